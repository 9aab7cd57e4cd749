package dev.facewright.platform.accounts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A token as its owner sees it, without the secret.
///
/// @param lastUsedAt  to the minute; null if never
public record TokenView(
        TokenId id,
        String name,
        List<String> scopes,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        Status status) {
    public enum Status {
        ACTIVE,
        EXPIRED,
        REVOKED
    }
}
