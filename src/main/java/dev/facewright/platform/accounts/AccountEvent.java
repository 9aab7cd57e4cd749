package dev.facewright.platform.accounts;

import dev.facewright.platform.kernel.AuditFacts;
import dev.facewright.platform.kernel.DomainEvent;
import dev.facewright.platform.kernel.Fact;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What happens to accounts, and who logs in.
sealed interface AccountEvent extends DomainEvent {
    /// Somebody may log in from now on.
    record Created(AccountId account, Set<Role> roles) implements AccountEvent {}

    /// Somebody may no longer log in; sessions and tokens end with it.
    record Disabled(AccountId account) implements AccountEvent {}

    /// Somebody may log in again.
    record Enabled(AccountId account) implements AccountEvent {}

    /// Somebody may do other things than before.
    record RolesChanged(AccountId account, Set<Role> roles) implements AccountEvent {}

    /// A password was changed, by its owner or by an administrator: the actor tells.
    record PasswordChanged(AccountId account) implements AccountEvent {}

    /// Somebody logged in with the right password.
    record LoggedIn(AccountId account) implements AccountEvent {}

    /// Somebody ended their session themselves.
    record LoggedOut(AccountId account) implements AccountEvent {}

    /// A login failed. What was typed is not kept: people type passwords into the wrong field.
    ///
    /// @param account  that the name belongs to, if it belongs to one
    record LoginFailed(@Nullable AccountId account) implements AccountEvent {}

    @Nullable
    AccountId account();

    @Override
    default AuditFacts facts() {
        return switch (this) {
            case Created created -> told("created", Fact.words("roles", created.roles()));
            case Disabled _ -> told("disabled");
            case Enabled _ -> told("enabled");
            case RolesChanged changed -> told("roles-changed", Fact.words("roles", changed.roles()));
            case PasswordChanged _ -> told("password-changed");
            case LoggedIn _ -> told("logged-in");
            case LoggedOut _ -> told("logged-out");
            case LoginFailed _ -> told("login-failed");
        };
    }

    private AuditFacts told(String what, Fact... more) {
        AuditFacts facts = AuditFacts.of("account." + what, more);
        AccountId account = account();
        return account == null ? facts : facts.with(Fact.id("account", account));
    }
}
