package dev.facewright.platform.accounts;

import dev.facewright.platform.kernel.DomainEvent;
import java.util.Map;

/// Somebody logged in with the right password.
record LoggedIn(AccountId account) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return new AuditFacts("account.logged-in", Map.of("account", account.toString()));
    }
}
