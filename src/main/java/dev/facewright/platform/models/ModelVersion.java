package dev.facewright.platform.models;

import dev.facewright.platform.models.NewModelVersion.ModelFacts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A model version as others see it.
///
/// @param weightsSha256  of the stored model file, checked whenever it is loaded
/// @param quarantineReason  a slug; null while it is active
/// @param destructionDue  when weights and bundles are destroyed, unless a legal hold keeps them; null while it is
/// active
/// @param weightsDestroyedAt  when they were; null until then
public record ModelVersion(
        ModelVersionId id,
        String name,
        ModelStatus status,
        @Nullable String quarantineReason,
        @Nullable Instant quarantinedAt,
        @Nullable Instant destructionDue,
        @Nullable Instant weightsDestroyedAt,
        Origin origin,
        ModelFacts facts,
        String weightsSha256,
        long weightsBytes,
        List<ModelMetric> metrics,
        Instant registeredAt) {
    public ModelVersion {
        metrics = List.copyOf(metrics);
    }

    public boolean usable() {
        return status == ModelStatus.ACTIVE;
    }

    /// What a list of something else tells of a model.
    public record Label(String name, boolean usable) {}

    public enum ModelStatus {
        ACTIVE,
        /// May be looked at, never loaded: not evaluated, exported or trained on. There is no way back.
        QUARANTINED
    }
}
