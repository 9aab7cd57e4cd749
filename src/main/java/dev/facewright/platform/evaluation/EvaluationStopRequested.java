package dev.facewright.platform.evaluation;

import dev.facewright.platform.kernel.DomainEvent;
import java.util.Map;

/// Somebody asked for an evaluation to be stopped; it will within a block of images.
public record EvaluationStopRequested(EvaluationId evaluation) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return new AuditFacts("evaluation.stop-requested", Map.of("evaluation", evaluation.toString()));
    }
}
