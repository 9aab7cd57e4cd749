package dev.facewright.platform.consent;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// Another subject already has this code; the code itself is not repeated, since it could be a name.
public final class SubjectCodeTaken extends DomainException {
    SubjectCodeTaken() {
        super(ProblemKind.CONFLICT, "subject-code-taken");
    }
}
