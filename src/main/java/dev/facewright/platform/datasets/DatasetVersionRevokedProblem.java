package dev.facewright.platform.datasets;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// The version holds images of someone who withdrew: nothing may be made from it any more.
public final class DatasetVersionRevokedProblem extends DomainException {
    public DatasetVersionRevokedProblem(DatasetVersionId id) {
        super(ProblemKind.CONFLICT, "dataset-version-revoked", id);
    }
}
