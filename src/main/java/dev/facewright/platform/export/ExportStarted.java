package dev.facewright.platform.export;

import dev.facewright.platform.kernel.DomainEvent;
import java.util.Map;

/// A worker took the export.
public record ExportStarted(ExportId export) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return new AuditFacts("export.started", Map.of("export", export.toString()));
    }
}
