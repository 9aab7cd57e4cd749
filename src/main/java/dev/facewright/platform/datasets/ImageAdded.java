package dev.facewright.platform.datasets;

import dev.facewright.platform.kernel.AuditFacts;
import dev.facewright.platform.kernel.DomainEvent;
import dev.facewright.platform.kernel.Fact;

/// A single image came into a dataset.
public record ImageAdded(DatasetId dataset, ImageId image) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return AuditFacts.of("dataset.image-added", Fact.id("dataset", dataset), Fact.id("image", image));
    }
}
