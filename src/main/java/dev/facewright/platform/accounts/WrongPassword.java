package dev.facewright.platform.accounts;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// Whoever changes a password must know the old one.
public class WrongPassword extends DomainException {
    WrongPassword() {
        super(ProblemKind.UNPROCESSABLE, "wrong-password");
    }
}
