package dev.facewright.platform.storage;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// The store answers, and has no such object.
public final class ObjectNotFound extends DomainException {
    ObjectNotFound(ObjectKey key) {
        super(ProblemKind.NOT_FOUND, "object-not-found", key.value());
    }
}
