package dev.facewright.platform.export;

import dev.facewright.platform.kernel.DomainEvent;
import java.util.Map;

/// Somebody asked for an export to be stopped.
public record ExportStopRequested(ExportId export) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return new AuditFacts("export.stop-requested", Map.of("export", export.toString()));
    }
}
