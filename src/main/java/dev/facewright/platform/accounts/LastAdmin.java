package dev.facewright.platform.accounts;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// Without an administrator nobody could keep accounts any more.
class LastAdmin extends DomainException {
    LastAdmin() {
        super(ProblemKind.CONFLICT, "last-admin");
    }
}
