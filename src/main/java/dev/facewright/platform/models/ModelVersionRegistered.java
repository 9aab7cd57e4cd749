package dev.facewright.platform.models;

import dev.facewright.platform.kernel.DomainEvent;
import java.util.Map;

public record ModelVersionRegistered(ModelVersionId model, String weightsSha256) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return new AuditFacts("models.registered", Map.of("model", model.toString(), "weights-sha256", weightsSha256));
    }
}
