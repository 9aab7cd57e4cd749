package dev.facewright.platform.datasets;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// The uploaded file is no zip, tar or tar.gz that can be read.
public final class ArchiveRefused extends DomainException {
    public ArchiveRefused() {
        super(ProblemKind.UNSUPPORTED, "archive-refused");
    }
}
