package dev.facewright.platform.datasets.image;

import dev.facewright.platform.datasets.ImageView.Alignment;
import dev.facewright.platform.storage.ObjectKey;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/// What is kept of an image until it is erased.
///
/// @param contentHash  SHA-256 of the stored picture before encryption
/// @param contentKey  where the picture lies
/// @param cropHash  SHA-256 of the crop's PNG before encryption
/// @param cropKey  where the crop lies
/// @param detector  what found the face, if one was looked for
/// @param pictureHash  of the picture of several people that this is a copy of, as `contentHash`
/// @param faces  found on the picture; null if nobody could count them
@Embeddable
public record Kept(
        String contentHash,
        String contentKey,
        String contentType,
        String cropHash,
        String cropKey,
        int width,
        int height,
        @Enumerated(EnumType.STRING) Alignment alignment,
        @Nullable String detector,
        @Nullable String pictureHash,
        @Nullable Integer faces) {
    public ObjectKey content() {
        return new ObjectKey(contentKey);
    }

    public ObjectKey crop() {
        return new ObjectKey(cropKey);
    }
}
