package dev.facewright.platform.accounts;

import dev.facewright.platform.kernel.DomainEvent;
import java.util.Map;
import java.util.Set;

/// A service may act from now on.
record TokenCreated(TokenId token, AccountId account, Set<String> scopes) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return new AuditFacts(
                "token.created",
                Map.of("token", token.toString(), "account", account.toString(), "scopes", scopes.toString()));
    }
}
