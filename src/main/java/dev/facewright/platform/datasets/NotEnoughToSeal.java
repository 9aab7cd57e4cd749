package dev.facewright.platform.datasets;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// Telling people apart cannot be learned or measured from so little.
public final class NotEnoughToSeal extends DomainException {
    public NotEnoughToSeal(int subjects, int required, int imagesEach) {
        super(ProblemKind.UNPROCESSABLE, "not-enough-to-seal", subjects, required, imagesEach);
    }
}
