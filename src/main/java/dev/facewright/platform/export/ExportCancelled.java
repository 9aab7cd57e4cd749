package dev.facewright.platform.export;

import dev.facewright.platform.kernel.DomainEvent;
import java.util.Map;

/// An export was stopped before its end.
public record ExportCancelled(ExportId export) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return new AuditFacts("export.cancelled", Map.of("export", export.toString()));
    }
}
