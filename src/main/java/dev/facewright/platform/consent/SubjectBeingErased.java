package dev.facewright.platform.consent;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// The subject's data is being erased or is erased already: a person who agrees again is registered anew.
public final class SubjectBeingErased extends DomainException {
    SubjectBeingErased(SubjectId id) {
        super(ProblemKind.CONFLICT, "subject-being-erased", id);
    }
}
