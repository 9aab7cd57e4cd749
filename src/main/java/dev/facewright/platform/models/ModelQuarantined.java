package dev.facewright.platform.models;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// A quarantined model version is never used again.
public class ModelQuarantined extends DomainException {
    public ModelQuarantined(ModelVersionId id) {
        super(ProblemKind.CONFLICT, "model-quarantined", id);
    }
}
