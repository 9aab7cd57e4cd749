package dev.facewright.platform.export;

import dev.facewright.platform.kernel.DomainEvent;
import java.util.Map;

/// Somebody took a bundle: who has it must be told if it is withdrawn.
public record BundleDownloaded(ExportId export) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return new AuditFacts("export.downloaded", Map.of("export", export.toString()));
    }
}
