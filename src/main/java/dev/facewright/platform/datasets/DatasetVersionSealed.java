package dev.facewright.platform.datasets;

import dev.facewright.platform.kernel.AuditFacts;
import dev.facewright.platform.kernel.DomainEvent;
import dev.facewright.platform.kernel.Fact;

/// A version was sealed: its manifest will not change.
public record DatasetVersionSealed(DatasetVersionId version, DatasetId dataset, String manifestHash)
        implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return AuditFacts.of(
                "dataset.version-sealed",
                Fact.id("version", version),
                Fact.id("dataset", dataset),
                Fact.id("manifestHash", manifestHash));
    }
}
