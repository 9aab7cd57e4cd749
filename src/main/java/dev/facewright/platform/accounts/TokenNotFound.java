package dev.facewright.platform.accounts;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// The account has no such token.
class TokenNotFound extends DomainException {
    TokenNotFound(TokenId id) {
        super(ProblemKind.NOT_FOUND, "token-not-found", id);
    }
}
