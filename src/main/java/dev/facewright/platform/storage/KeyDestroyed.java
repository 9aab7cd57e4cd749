package dev.facewright.platform.storage;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// The key was destroyed on purpose: what was encrypted under it is gone for good.
public final class KeyDestroyed extends DomainException {
    KeyDestroyed(DataKeyId id) {
        super(ProblemKind.CONFLICT, "key-destroyed", id);
    }
}
