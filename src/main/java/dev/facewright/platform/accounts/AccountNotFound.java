package dev.facewright.platform.accounts;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// There is no such account.
class AccountNotFound extends DomainException {
    AccountNotFound(AccountId id) {
        super(ProblemKind.NOT_FOUND, "account-not-found", id);
    }
}
