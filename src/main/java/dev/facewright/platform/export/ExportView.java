package dev.facewright.platform.export;

import dev.facewright.platform.models.ModelVersionId;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An export as pages and REST show it.
///
/// @param status  `WITHDRAWN` as soon as the model is quarantined
/// @param sha256  of the whole bundle, in hexadecimal; null until there is one
/// @param maximumDifference  largest absolute difference between the bundle's embeddings and the trainer's on
///     the golden inputs, on normalised embeddings; null until measured
/// @param files  SHA-256 of each file in the bundle
/// @param destroyedAt  when the bundle was destroyed, some time after it was withdrawn; null until then
/// @param failure  the slug of the rule it failed by; null otherwise
public record ExportView(
        ExportId id,
        ModelVersionId model,
        String modelName,
        ExportStatus status,
        @Nullable String sha256,
        @Nullable Long bytes,
        @Nullable Double maximumDifference,
        @Nullable Latency latency,
        Map<String, String> files,
        Instant createdAt,
        @Nullable Instant endedAt,
        @Nullable Instant destroyedAt,
        @Nullable String failure) {

    /// How long the exported network took for one image.
    ///
    /// @param millis  the median of several calls, measured
    /// @param device  the processor it was measured on
    public record Latency(double millis, int threads, String device) {}

    /// The maximum difference as it is written: `8.3e-07`; empty until measured.
    public String differenceText() {
        return maximumDifference == null ? "" : String.format(Locale.ROOT, "%.1e", maximumDifference);
    }

    public boolean underWay() {
        return status == ExportStatus.QUEUED || status == ExportStatus.RUNNING;
    }

    public boolean ready() {
        return status == ExportStatus.READY;
    }
}
