package dev.facewright.platform.models;

import dev.facewright.platform.kernel.DomainEvent;
import java.util.Map;

public record ModelMetricRecorded(ModelVersionId model, String metric, double value) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return new AuditFacts(
                "models.metric-recorded",
                Map.of("model", model.toString(), "metric", metric, "value", Double.toString(value)));
    }
}
