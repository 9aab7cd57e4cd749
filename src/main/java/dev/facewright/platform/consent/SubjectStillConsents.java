package dev.facewright.platform.consent;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// A subject with a live consent is not erased.
public final class SubjectStillConsents extends DomainException {
    SubjectStillConsents(SubjectId id) {
        super(ProblemKind.CONFLICT, "subject-still-consents", id);
    }
}
