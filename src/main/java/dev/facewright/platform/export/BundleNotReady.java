package dev.facewright.platform.export;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// There is no bundle to hand out yet, or there never will be.
public class BundleNotReady extends DomainException {
    BundleNotReady(ExportId id, ExportStatus status) {
        super(ProblemKind.CONFLICT, "bundle-not-ready", id, status);
    }
}
