package dev.facewright.platform.datasets;

import dev.facewright.platform.kernel.AuditFacts;
import dev.facewright.platform.kernel.DomainEvent;
import dev.facewright.platform.kernel.Fact;

/// A sealed version may not be used any more. Published once for each version.
public record DatasetVersionRevoked(DatasetVersionId version, DatasetId dataset, String reason) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return AuditFacts.of(
                "dataset.version-revoked",
                Fact.id("version", version),
                Fact.id("dataset", dataset),
                Fact.word("reason", reason));
    }
}
