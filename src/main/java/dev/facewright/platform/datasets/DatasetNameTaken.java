package dev.facewright.platform.datasets;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// Another dataset has this name.
public final class DatasetNameTaken extends DomainException {
    public DatasetNameTaken() {
        super(ProblemKind.CONFLICT, "dataset-name-taken");
    }
}
