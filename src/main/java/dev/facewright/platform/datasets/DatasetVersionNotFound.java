package dev.facewright.platform.datasets;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// There is no dataset version with this id.
public final class DatasetVersionNotFound extends DomainException {
    public DatasetVersionNotFound(DatasetVersionId id) {
        super(ProblemKind.NOT_FOUND, "dataset-version-not-found", id);
    }
}
