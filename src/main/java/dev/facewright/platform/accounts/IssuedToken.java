package dev.facewright.platform.accounts;

import java.time.Instant;

/// A token just made, the only time its secret is shown.
public record IssuedToken(TokenId id, String secret, Instant expiresAt) {
    @Override
    public String toString() {
        return "IssuedToken[" + id + "]";
    }
}
