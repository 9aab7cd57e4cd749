package dev.facewright.platform.accounts;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
    private int credentialsVersion;
    private Instant createdAt;
    private Instant expiresAt;
    private @Nullable Instant lastUsedAt;
    private @Nullable Instant revokedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "api_token_scope", joinColumns = @JoinColumn(name = "token_id"))
    @Column(name = "scope")
    private Set<String> scopes;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "api_token_role", joinColumns = @JoinColumn(name = "token_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles;

    @Version
    private @Nullable Integer version;

    protected ApiToken() {}

    ApiToken(TokenId id, SignedIn owner, NewToken wanted, TokenSecret secret, Instant createdAt, Instant expiresAt) {
        this.id = id.value();
        this.accountId = owner.account().value();
        this.credentialsVersion = owner.credentialsVersion();
        this.roles = new HashSet<>(owner.roles());
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

    /// What its owner may do with it: what they might when it was made, as far as they still may.
    Set<Role> roles(SignedIn owner) {
        return owner.roles().stream().filter(roles::contains).collect(Collectors.toUnmodifiableSet());
    }

    @Nullable
    Instant lastUsedAt() {
        return lastUsedAt;
    }

    /// @param current  of the account: another password, or having been disabled, ends what was made before
    TokenView.Status status(Instant now, int current) {
        if (revokedAt != null || credentialsVersion != current) {
            return TokenView.Status.REVOKED;
        }
        return now.isBefore(expiresAt) ? TokenView.Status.ACTIVE : TokenView.Status.EXPIRED;
    }

    TokenView view(Instant now, int current) {
        List<String> sorted = scopes.stream().sorted().toList();
        return new TokenView(id(), name, sorted, createdAt, expiresAt, lastUsedAt, status(now, current));
    }
}
