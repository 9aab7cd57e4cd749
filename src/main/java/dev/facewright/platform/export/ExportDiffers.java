package dev.facewright.platform.export;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// The exported network does not answer as the trainer does, so there is no bundle.
public class ExportDiffers extends DomainException {
    ExportDiffers(double maximumDifference) {
        super(ProblemKind.UNPROCESSABLE, "export-differs", maximumDifference);
    }
}
