package dev.facewright.platform.consent;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// A consent ends once.
public final class ConsentAlreadyWithdrawn extends DomainException {
    ConsentAlreadyWithdrawn(ConsentId id) {
        super(ProblemKind.CONFLICT, "consent-already-withdrawn", id);
    }
}
