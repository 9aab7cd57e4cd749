package dev.facewright.platform.export;

import dev.facewright.platform.kernel.DomainEvent;
import dev.facewright.platform.models.ModelVersionId;
import java.util.Map;

/// Somebody asked for a deployment bundle of a model.
public record ExportQueued(ExportId export, ModelVersionId model) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return new AuditFacts("export.queued", Map.of("export", export.toString(), "model", model.toString()));
    }
}
