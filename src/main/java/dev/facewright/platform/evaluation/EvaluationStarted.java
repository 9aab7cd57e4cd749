package dev.facewright.platform.evaluation;

import dev.facewright.platform.kernel.DomainEvent;
import java.util.Map;

/// A worker took the evaluation.
public record EvaluationStarted(EvaluationId evaluation) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return new AuditFacts("evaluation.started", Map.of("evaluation", evaluation.toString()));
    }
}
