package dev.facewright.platform.datasets;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// The stored manifest is not what was sealed.
public final class ManifestDamaged extends DomainException {
    public ManifestDamaged(DatasetVersionId id) {
        super(ProblemKind.UNAVAILABLE, "manifest-damaged", id);
    }
}
