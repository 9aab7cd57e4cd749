package dev.facewright.platform.models;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// No model version has this id.
public class ModelNotFound extends DomainException {
    public ModelNotFound(ModelVersionId id) {
        super(ProblemKind.NOT_FOUND, "model-not-found", id);
    }
}
