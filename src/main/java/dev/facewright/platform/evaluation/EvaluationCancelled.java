package dev.facewright.platform.evaluation;

import dev.facewright.platform.kernel.DomainEvent;
import java.util.Map;

/// An evaluation was stopped before its end.
public record EvaluationCancelled(EvaluationId evaluation) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return new AuditFacts("evaluation.cancelled", Map.of("evaluation", evaluation.toString()));
    }
}
