package dev.facewright.platform.export;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// A bundle of the same model is being made.
public class ExportUnderWay extends DomainException {
    ExportUnderWay(ExportId existing) {
        super(ProblemKind.CONFLICT, "export-under-way", existing);
    }
}
