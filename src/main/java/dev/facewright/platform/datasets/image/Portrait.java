package dev.facewright.platform.datasets.image;

import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.alignment.FaceAlignment.Crop;
import org.jspecify.annotations.Nullable;

/// What a picture gives of one of the people on it.
///
/// @param picture  as it is stored: with the faces of others painted over
/// @param hash  of `picture`
/// @param ofPicture  hash of the picture of several that this is a copy of
/// @param faces  found on the picture; null if nobody could count them
@SuppressWarnings("ArrayRecordComponent") // compared nowhere, and too large to copy
record Portrait(
        SubjectId subject,
        byte[] picture,
        String hash,
        @Nullable String ofPicture,
        Crop crop,
        @Nullable Integer faces) {}
