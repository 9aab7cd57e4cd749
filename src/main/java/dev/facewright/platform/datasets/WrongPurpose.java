package dev.facewright.platform.datasets;

import dev.facewright.platform.consent.Purpose;
import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// The people on these images agreed to another purpose.
public final class WrongPurpose extends DomainException {
    public WrongPurpose(DatasetVersionId id, Purpose sealedFor, Purpose asked) {
        super(ProblemKind.CONFLICT, "wrong-purpose", id, sealedFor, asked);
    }
}
