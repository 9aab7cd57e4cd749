package dev.facewright.platform.accounts;

import dev.facewright.platform.kernel.DomainEvent;
import java.util.Map;

/// A password was changed, by its owner or by an administrator: the actor tells.
record PasswordChanged(AccountId account) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return new AuditFacts("account.password-changed", Map.of("account", account.toString()));
    }
}
