package dev.facewright.platform.models;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// Everything that the model registry refuses, one case a rule.
public abstract sealed class ModelProblem extends DomainException {
    private ModelProblem(ProblemKind kind, String slug, Object... arguments) {
        super(kind, slug, arguments);
    }

    /// No model version has this id.
    public static final class ModelNotFound extends ModelProblem {
        public ModelNotFound(ModelVersionId id) {
            super(ProblemKind.NOT_FOUND, "model-not-found", id);
        }
    }

    /// A quarantined model version is never used again.
    public static final class ModelQuarantined extends ModelProblem {
        public ModelQuarantined(ModelVersionId id) {
            super(ProblemKind.CONFLICT, "model-quarantined", id);
        }
    }

    /// What the object store gave back is not what was registered.
    public static final class WeightsDamaged extends ModelProblem {
        public WeightsDamaged(ModelVersionId id) {
            super(ProblemKind.UNAVAILABLE, "model-weights-damaged", id);
        }
    }
}
