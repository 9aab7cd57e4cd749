package dev.facewright.platform.datasets.image;

import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.Alignment;
import dev.facewright.platform.datasets.DatasetId;
import dev.facewright.platform.datasets.ImageId;
import dev.facewright.platform.datasets.UploadId;
import dev.facewright.platform.storage.ObjectKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An image that is kept, as its row says.
///
/// @param contentHash  SHA-256 of the stored picture before encryption
/// @param cropHash  SHA-256 of the crop's PNG before encryption
/// @param detector  what found the face, if one was looked for
public record StoredImage(
        ImageId id,
        DatasetId dataset,
        SubjectId subject,
        Origin origin,
        String contentHash,
        ObjectKey contentKey,
        String contentType,
        String cropHash,
        ObjectKey cropKey,
        int width,
        int height,
        Alignment alignment,
        @Nullable String detector,
        Instant addedAt) {
    /// @param upload  null if it came alone; else `entry` is its position in the archive
    public record Origin(@Nullable UploadId upload, int entry) {
        public static final Origin SINGLE = new Origin(null, 0);
    }
}
