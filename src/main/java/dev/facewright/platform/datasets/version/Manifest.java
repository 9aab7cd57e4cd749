package dev.facewright.platform.datasets.version;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.facewright.platform.consent.Purpose;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.DatasetId;
import dev.facewright.platform.datasets.ImageId;
import dev.facewright.platform.datasets.Split;
import java.util.List;

/// What a sealed version is made of. Its bytes as stored are hashed; the order of fields and images is
/// part of them.
///
/// @param format  `facewright-manifest-1`
/// @param images  by subject, then image id
@JsonPropertyOrder({"format", "dataset", "number", "purpose", "validationFraction", "seed", "images"})
record Manifest(
        String format,
        DatasetId dataset,
        int number,
        Purpose purpose,
        double validationFraction,
        long seed,
        List<Image> images) {
    static final String FORMAT = "facewright-manifest-1";

    /// @param contentSha256  of the stored picture before encryption
    /// @param cropSha256  of the crop's PNG before encryption
    @JsonPropertyOrder({"image", "subject", "split", "contentSha256", "cropSha256"})
    record Image(ImageId image, SubjectId subject, Split split, String contentSha256, String cropSha256) {}
}
