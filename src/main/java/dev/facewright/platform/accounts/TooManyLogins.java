package dev.facewright.platform.accounts;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;
import dev.facewright.platform.kernel.Temporary;
import java.time.Duration;

/// Passwords may not be guessed: after too many failures an account or an address has to wait.
class TooManyLogins extends DomainException implements Temporary {
    private final Duration wait;

    TooManyLogins(Duration wait) {
        super(ProblemKind.TOO_MANY, "too-many-logins", wait.plusSeconds(59).toMinutes());
        this.wait = wait;
    }

    @Override
    public Duration retryAfter() {
        return wait;
    }
}
