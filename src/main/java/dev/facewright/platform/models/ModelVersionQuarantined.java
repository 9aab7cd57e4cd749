package dev.facewright.platform.models;

import dev.facewright.platform.kernel.DomainEvent;
import java.util.Map;

/// @param reason  a slug
public record ModelVersionQuarantined(ModelVersionId model, String reason) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return new AuditFacts("models.quarantined", Map.of("model", model.toString(), "reason", reason));
    }
}
