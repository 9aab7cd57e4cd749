package dev.facewright.platform.accounts;

import dev.facewright.platform.kernel.DomainEvent;
import java.util.Map;
import java.util.Set;

/// Somebody may log in from now on.
record AccountCreated(AccountId account, Set<Role> roles) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return new AuditFacts("account.created", Map.of("account", account.toString(), "roles", roles.toString()));
    }
}
