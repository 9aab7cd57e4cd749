package dev.facewright.platform.evaluation;

import dev.facewright.platform.jobs.JobStatus;
import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// Scores exist once the evaluation has succeeded.
public class EvaluationNotFinished extends DomainException {
    EvaluationNotFinished(EvaluationId id, JobStatus status) {
        super(ProblemKind.CONFLICT, "evaluation-not-finished", id, status);
    }
}
