package dev.facewright.platform.datasets;

import dev.facewright.platform.consent.SubjectId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An image of someone who consents now.
///
/// @param sha256  of the picture as stored, without metadata and before encryption
/// @param detector  what found the face, if one was looked for
/// @param faces  how many were found on the picture, those of others being painted over; null if nobody could count
public record ImageView(
        ImageId id,
        SubjectId subject,
        String subjectCode,
        String sha256,
        String mediaType,
        int width,
        int height,
        Alignment alignment,
        @Nullable String detector,
        @Nullable Integer faces,
        Instant addedAt) {
    /// Where an image's crop came from.
    public enum Alignment {
        /// It was a crop already.
        AS_GIVEN,
        LANDMARKS,
        DETECTED
    }
}
