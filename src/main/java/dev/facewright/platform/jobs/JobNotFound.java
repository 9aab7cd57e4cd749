package dev.facewright.platform.jobs;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// No job has this id.
public class JobNotFound extends DomainException {
    public JobNotFound(JobId id) {
        super(ProblemKind.NOT_FOUND, "job-not-found", id);
    }
}
