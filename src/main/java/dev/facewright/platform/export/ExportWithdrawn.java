package dev.facewright.platform.export;

import dev.facewright.platform.kernel.DomainEvent;
import dev.facewright.platform.models.ModelVersionId;
import java.util.Map;

/// The model of a bundle was quarantined: the bundle is no longer handed out.
public record ExportWithdrawn(ExportId export, ModelVersionId model) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return new AuditFacts("export.withdrawn", Map.of("export", export.toString(), "model", model.toString()));
    }
}
