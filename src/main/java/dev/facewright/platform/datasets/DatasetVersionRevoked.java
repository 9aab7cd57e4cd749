package dev.facewright.platform.datasets;

import dev.facewright.platform.kernel.DomainEvent;
import java.util.Map;

/// A sealed version may not be used any more. Published once for each version.
public record DatasetVersionRevoked(DatasetVersionId version, DatasetId dataset, String reason) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return new AuditFacts(
                "dataset.version-revoked",
                Map.of("version", version.toString(), "dataset", dataset.toString(), "reason", reason));
    }
}
