package dev.facewright.platform.evaluation;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// The same model is being scored on the same benchmark in the same way.
public class EvaluationUnderWay extends DomainException {
    EvaluationUnderWay(EvaluationId existing) {
        super(ProblemKind.CONFLICT, "evaluation-under-way", existing);
    }
}
