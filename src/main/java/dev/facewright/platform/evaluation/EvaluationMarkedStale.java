package dev.facewright.platform.evaluation;

import dev.facewright.platform.kernel.DomainEvent;
import dev.facewright.platform.models.ModelVersionId;
import java.util.Map;

/// The model that a report speaks of was quarantined.
public record EvaluationMarkedStale(EvaluationId evaluation, ModelVersionId model) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return new AuditFacts(
                "evaluation.marked-stale", Map.of("evaluation", evaluation.toString(), "model", model.toString()));
    }
}
