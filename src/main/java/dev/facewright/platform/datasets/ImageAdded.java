package dev.facewright.platform.datasets;

import dev.facewright.platform.kernel.DomainEvent;
import java.util.Map;

/// A single image came into a dataset.
public record ImageAdded(DatasetId dataset, ImageId image) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return new AuditFacts("dataset.image-added", Map.of("dataset", dataset.toString(), "image", image.toString()));
    }
}
