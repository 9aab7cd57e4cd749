package dev.facewright.platform.export;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// The model of this bundle was quarantined: whoever deployed it must stop, and nobody gets it any more.
public class BundleWithdrawn extends DomainException {
    BundleWithdrawn(ExportId id) {
        super(ProblemKind.CONFLICT, "bundle-withdrawn", id);
    }
}
