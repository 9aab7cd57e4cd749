package dev.facewright.platform.datasets;

import dev.facewright.platform.consent.Purpose;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A sealed version as others see it.
///
/// @param number  counted from 1 within its dataset
/// @param manifestHash  SHA-256 of the manifest, 64 hexadecimal digits
/// @param uncountedImages  on which nobody could count the faces; null for a version of before they were counted
/// @param revocationReason  a slug, once revoked
public record DatasetVersion(
        DatasetVersionId id,
        DatasetId dataset,
        String datasetName,
        Purpose purpose,
        int number,
        String manifestHash,
        int imageCount,
        int subjectCount,
        double validationFraction,
        long seed,
        @Nullable Integer uncountedImages,
        EvidenceBasis evidence,
        VersionStatus status,
        Instant sealedAt,
        @Nullable Instant revokedAt,
        @Nullable String revocationReason) {
    /// Whether a sealed version may be used.
    public enum VersionStatus {
        SEALED,
        REVOKED
    }
}
