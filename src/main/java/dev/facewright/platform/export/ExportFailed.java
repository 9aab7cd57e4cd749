package dev.facewright.platform.export;

import dev.facewright.platform.kernel.DomainEvent;
import java.util.Map;

/// An export ended without a bundle.
public record ExportFailed(ExportId export) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return new AuditFacts("export.failed", Map.of("export", export.toString()));
    }
}
