package dev.facewright.platform.accounts;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;
import dev.facewright.platform.kernel.Temporary;
import java.time.Duration;
import java.util.List;

/// Everything that accounts and tokens refuse, one case a rule.
public abstract sealed class AccountProblem extends DomainException {
    private AccountProblem(ProblemKind kind, String slug, Object... arguments) {
        super(kind, slug, arguments);
    }

    /// A token may not be made for what its owner may not do today.
    static final class ScopeBeyondRoles extends AccountProblem {
        ScopeBeyondRoles(List<String> allowed) {
            super(ProblemKind.UNPROCESSABLE, "scope-beyond-roles", String.join(", ", allowed));
        }
    }

    /// There is no such account.
    static final class AccountNotFound extends AccountProblem {
        AccountNotFound(AccountId id) {
            super(ProblemKind.NOT_FOUND, "account-not-found", id);
        }
    }

    /// Without an administrator nobody could keep accounts any more.
    static final class LastAdmin extends AccountProblem {
        LastAdmin() {
            super(ProblemKind.CONFLICT, "last-admin");
        }
    }

    /// The account has no such token.
    static final class TokenNotFound extends AccountProblem {
        TokenNotFound(TokenId id) {
            super(ProblemKind.NOT_FOUND, "token-not-found", id);
        }
    }

    /// Passwords may not be guessed: after too many failures an account or an address has to wait.
    static final class TooManyLogins extends AccountProblem implements Temporary {
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

    /// A token was asked for with a scope that no route has.
    public static final class UnknownScope extends AccountProblem {
        UnknownScope() {
            super(ProblemKind.UNPROCESSABLE, "unknown-scope", String.join(", ", RouteMap.scopes()));
        }
    }

    /// Two people may not log in with the same name.
    public static final class UsernameTaken extends AccountProblem {
        UsernameTaken() {
            super(ProblemKind.CONFLICT, "username-taken");
        }
    }

    /// A password that is common, or made of few common parts, is among the first that are tried.
    public static final class WeakPassword extends AccountProblem {
        WeakPassword() {
            super(ProblemKind.UNPROCESSABLE, "weak-password");
        }
    }

    /// Whoever changes a password must know the old one.
    public static final class WrongPassword extends AccountProblem {
        WrongPassword() {
            super(ProblemKind.UNPROCESSABLE, "wrong-password");
        }
    }
}
