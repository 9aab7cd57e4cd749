package dev.facewright.platform.evaluation;

import dev.facewright.platform.kernel.DomainEvent;
import java.util.Map;

/// An evaluation ended without a report.
public record EvaluationFailed(EvaluationId evaluation) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return new AuditFacts("evaluation.failed", Map.of("evaluation", evaluation.toString()));
    }
}
