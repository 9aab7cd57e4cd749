package dev.facewright.platform.accounts;

import dev.facewright.platform.accounts.Accounts.AccountView;
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
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person who may log in.
@Entity
@Table(name = "account")
class Account {
    @Id
    private UUID id;

    private String username;
    private String passwordHash;
    private int credentialsVersion;
    private boolean enabled;
    private Instant createdAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles;

    @Version
    private @Nullable Integer version;

    protected Account() {}

    Account(AccountId id, String username, String passwordHash, Set<Role> roles, Instant createdAt) {
        this.id = id.value();
        this.username = username;
        this.passwordHash = passwordHash;
        this.roles = new HashSet<>(roles);
        this.enabled = true;
        this.createdAt = createdAt;
    }

    void changePassword(String hash) {
        passwordHash = hash;
        credentialsVersion++;
    }

    void giveRoles(Set<Role> wanted) {
        roles.retainAll(wanted);
        roles.addAll(wanted);
    }

    void enable() {
        enabled = true;
    }

    /// What was let in before stays outside, even when the account is enabled again.
    void disable() {
        enabled = false;
        credentialsVersion++;
    }

    AccountId id() {
        return new AccountId(id);
    }

    String username() {
        return username;
    }

    String passwordHash() {
        return passwordHash;
    }

    boolean enabled() {
        return enabled;
    }

    Set<Role> roles() {
        var ordered = EnumSet.noneOf(Role.class);
        ordered.addAll(roles);
        return ordered;
    }

    AccountView view() {
        return new AccountView(id(), username, roles(), enabled, createdAt);
    }

    SignedIn signedIn() {
        return new SignedIn(id(), username, roles(), credentialsVersion);
    }
}
