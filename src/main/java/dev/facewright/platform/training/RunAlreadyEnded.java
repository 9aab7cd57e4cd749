package dev.facewright.platform.training;

import dev.facewright.platform.jobs.JobStatus;
import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// A run that has ended can no longer be cancelled.
public class RunAlreadyEnded extends DomainException {
    public RunAlreadyEnded(RunId id, JobStatus status) {
        super(ProblemKind.CONFLICT, "run-already-ended", id, status);
    }
}
