package dev.facewright.platform.accounts;

import dev.facewright.platform.kernel.DomainEvent;
import java.util.Map;

/// Somebody may log in again.
record AccountEnabled(AccountId account) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return new AuditFacts("account.enabled", Map.of("account", account.toString()));
    }
}
