package dev.facewright.platform.export;

import dev.facewright.platform.kernel.DomainEvent;
import dev.facewright.platform.models.ModelVersionId;
import java.util.Map;

/// A bundle was written, checked against the trainer and stored.
public record ExportCompleted(ExportId export, ModelVersionId model, String sha256) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return new AuditFacts(
                "export.completed", Map.of("export", export.toString(), "model", model.toString(), "sha256", sha256));
    }
}
