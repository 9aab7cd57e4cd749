package dev.facewright.platform.evaluation;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// There is no evaluation of that id.
public class EvaluationNotFound extends DomainException {
    EvaluationNotFound(EvaluationId id) {
        super(ProblemKind.NOT_FOUND, "evaluation-not-found", id);
    }
}
