package dev.facewright.platform.consent;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// The table is larger than is taken in one piece.
public final class ImportTooLarge extends DomainException {
    ImportTooLarge(long bytes, long limit) {
        super(ProblemKind.TOO_LARGE, "import-too-large", bytes, limit);
    }
}
