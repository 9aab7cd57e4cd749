package dev.facewright.platform.models;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// What the object store gave back is not what was registered.
public class WeightsDamaged extends DomainException {
    public WeightsDamaged(ModelVersionId id) {
        super(ProblemKind.UNAVAILABLE, "model-weights-damaged", id);
    }
}
