package dev.facewright.platform.accounts;

import dev.facewright.platform.kernel.DomainEvent;
import java.util.Map;

/// A service may no longer act.
record TokenRevoked(TokenId token, AccountId account) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return new AuditFacts("token.revoked", Map.of("token", token.toString(), "account", account.toString()));
    }
}
