package dev.facewright.platform.accounts;

import dev.facewright.platform.kernel.AuditFacts;
import dev.facewright.platform.kernel.DomainEvent;
import dev.facewright.platform.kernel.Fact;
import java.util.Set;

/// What happens to API tokens.
sealed interface TokenEvent extends DomainEvent {
    /// A service may act from now on.
    record Created(TokenId token, AccountId account, Set<String> scopes) implements TokenEvent {}

    /// A service may no longer act.
    record Revoked(TokenId token, AccountId account) implements TokenEvent {}

    TokenId token();

    AccountId account();

    @Override
    default AuditFacts facts() {
        return switch (this) {
            case Created created -> told("created", Fact.words("scopes", created.scopes()));
            case Revoked _ -> told("revoked");
        };
    }

    private AuditFacts told(String what, Fact... more) {
        return AuditFacts.of("token." + what, Fact.id("token", token()), Fact.id("account", account()))
                .with(more);
    }
}
