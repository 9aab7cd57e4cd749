package dev.facewright.platform.datasets;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// There is no dataset with this id.
public final class DatasetNotFound extends DomainException {
    public DatasetNotFound(DatasetId id) {
        super(ProblemKind.NOT_FOUND, "dataset-not-found", id);
    }
}
