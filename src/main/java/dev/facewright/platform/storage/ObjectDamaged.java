package dev.facewright.platform.storage;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// The object store gave back other bytes than it was given.
public class ObjectDamaged extends DomainException {
    public ObjectDamaged(ObjectKey key) {
        super(ProblemKind.CONFLICT, "object-damaged", key.value());
    }
}
