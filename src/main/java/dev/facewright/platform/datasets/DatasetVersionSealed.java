package dev.facewright.platform.datasets;

import dev.facewright.platform.kernel.DomainEvent;
import java.util.Map;

/// A version was sealed: its manifest will not change.
public record DatasetVersionSealed(DatasetVersionId version, DatasetId dataset, String manifestHash)
        implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return new AuditFacts(
                "dataset.version-sealed",
                Map.of("version", version.toString(), "dataset", dataset.toString(), "manifestHash", manifestHash));
    }
}
