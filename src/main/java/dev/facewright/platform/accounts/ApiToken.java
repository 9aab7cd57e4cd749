package dev.facewright.platform.accounts;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A token and whose it is.
@Entity
@Table(name = "api_token")
class ApiToken {
    @Id
    private UUID id;

    private UUID accountId;
    private String name;
    private byte[] tokenHash;
    private Instant createdAt;
    private Instant expiresAt;
    private @Nullable Instant lastUsedAt;
    private @Nullable Instant revokedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "api_token_scope", joinColumns = @JoinColumn(name = "token_id"))
    @Column(name = "scope")
    private Set<String> scopes;

    @Version
    private @Nullable Integer version;

    protected ApiToken() {}

    ApiToken(TokenId id, AccountId owner, NewToken wanted, TokenSecret secret, Instant createdAt, Instant expiresAt) {
        this.id = id.value();
        this.accountId = owner.value();
        this.name = wanted.name().strip();
        this.scopes = new HashSet<>(wanted.scopes());
        this.tokenHash = secret.hash();
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    boolean revoke(Instant now) {
        if (revokedAt != null) {
            return false;
        }
        revokedAt = now;
        return true;
    }

    TokenId id() {
        return new TokenId(id);
    }

    AccountId owner() {
        return new AccountId(accountId);
    }

    Set<String> scopes() {
        return Set.copyOf(scopes);
    }

    @Nullable
    Instant lastUsedAt() {
        return lastUsedAt;
    }

    TokenView.Status status(Instant now) {
        if (revokedAt != null) {
            return TokenView.Status.REVOKED;
        }
        return now.isBefore(expiresAt) ? TokenView.Status.ACTIVE : TokenView.Status.EXPIRED;
    }

    TokenView view(Instant now) {
        return new TokenView(
                id(), name, scopes.stream().sorted().toList(), createdAt, expiresAt, lastUsedAt, status(now));
    }
}
