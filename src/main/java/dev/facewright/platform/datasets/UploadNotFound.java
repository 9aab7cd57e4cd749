package dev.facewright.platform.datasets;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// The dataset has no upload with this id.
public final class UploadNotFound extends DomainException {
    public UploadNotFound(UploadId id) {
        super(ProblemKind.NOT_FOUND, "upload-not-found", id);
    }
}
