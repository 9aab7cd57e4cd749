package dev.facewright.platform.datasets;

import dev.facewright.platform.consent.Purpose;
import dev.facewright.platform.kernel.AuditFacts;
import dev.facewright.platform.kernel.DomainEvent;
import dev.facewright.platform.kernel.Fact;

/// A dataset exists from now on.
public record DatasetCreated(DatasetId dataset, Purpose purpose) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return AuditFacts.of("dataset.created", Fact.id("dataset", dataset), Fact.word("purpose", purpose.name()));
    }
}
