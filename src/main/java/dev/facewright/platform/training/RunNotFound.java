package dev.facewright.platform.training;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// No run has this id.
public class RunNotFound extends DomainException {
    public RunNotFound(RunId id) {
        super(ProblemKind.NOT_FOUND, "run-not-found", id);
    }
}
