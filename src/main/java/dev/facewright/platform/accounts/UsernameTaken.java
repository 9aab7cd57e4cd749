package dev.facewright.platform.accounts;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// Two people may not log in with the same name.
public class UsernameTaken extends DomainException {
    UsernameTaken() {
        super(ProblemKind.CONFLICT, "username-taken");
    }
}
