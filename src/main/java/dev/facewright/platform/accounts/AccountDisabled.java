package dev.facewright.platform.accounts;

import dev.facewright.platform.kernel.DomainEvent;
import java.util.Map;

/// Somebody may no longer log in; sessions and tokens end with it.
record AccountDisabled(AccountId account) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return new AuditFacts("account.disabled", Map.of("account", account.toString()));
    }
}
