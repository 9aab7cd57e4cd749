package dev.facewright.platform.evaluation;

import dev.facewright.platform.kernel.DomainEvent;
import dev.facewright.platform.models.ModelVersionId;
import java.util.Map;

/// A model has been scored on every pair of a benchmark.
public record EvaluationCompleted(EvaluationId evaluation, ModelVersionId model) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return new AuditFacts(
                "evaluation.completed", Map.of("evaluation", evaluation.toString(), "model", model.toString()));
    }
}
