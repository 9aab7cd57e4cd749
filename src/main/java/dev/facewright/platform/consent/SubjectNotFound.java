package dev.facewright.platform.consent;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// There is no data subject with this id.
public final class SubjectNotFound extends DomainException {
    SubjectNotFound(SubjectId id) {
        super(ProblemKind.NOT_FOUND, "subject-not-found", id);
    }
}
