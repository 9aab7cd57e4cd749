package dev.facewright.platform.training;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// A model file is larger than the operator allows.
public class ModelFileTooLarge extends DomainException {
    public ModelFileTooLarge(long limitMegabytes) {
        super(ProblemKind.TOO_LARGE, "model-file-too-large", limitMegabytes);
    }
}
