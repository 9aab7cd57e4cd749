package dev.facewright.platform.datasets;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// The archive is larger than is taken in one piece.
public final class ArchiveTooLarge extends DomainException {
    public ArchiveTooLarge(long bytes, long limit) {
        super(ProblemKind.TOO_LARGE, "archive-too-large", bytes, limit);
    }
}
