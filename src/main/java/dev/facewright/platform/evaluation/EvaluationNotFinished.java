package dev.facewright.platform.evaluation;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// Scores exist once the evaluation has succeeded.
public class EvaluationNotFinished extends DomainException {
    EvaluationNotFinished(EvaluationId id, EvaluationStatus status) {
        super(ProblemKind.CONFLICT, "evaluation-not-finished", id, status);
    }
}
