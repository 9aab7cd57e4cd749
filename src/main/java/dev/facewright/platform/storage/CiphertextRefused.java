package dev.facewright.platform.storage;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// Stored content does not verify: it was changed, or it is not what it is said to be.
public final class CiphertextRefused extends DomainException {
    CiphertextRefused(Throwable cause) {
        super(ProblemKind.UNAVAILABLE, "ciphertext-refused");
        initCause(cause);
    }
}
