package dev.facewright.platform.consent;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// There is no data subject with this id.
public final class SubjectMissing extends DomainException {
    SubjectMissing(SubjectId id) {
        super(ProblemKind.NOT_FOUND, "subject-missing", id);
    }
}
