package dev.facewright.platform.storage;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// The object store cannot be reached, or refuses to do what was asked.
public final class StorageUnavailable extends DomainException {
    StorageUnavailable(Throwable cause) {
        super(ProblemKind.UNAVAILABLE, "storage-unavailable");
        initCause(cause);
    }
}
