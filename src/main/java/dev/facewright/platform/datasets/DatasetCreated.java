package dev.facewright.platform.datasets;

import dev.facewright.platform.consent.Purpose;
import dev.facewright.platform.kernel.DomainEvent;
import java.util.Map;

/// A dataset exists from now on.
public record DatasetCreated(DatasetId dataset, Purpose purpose) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return new AuditFacts("dataset.created", Map.of("dataset", dataset.toString(), "purpose", purpose.name()));
    }
}
