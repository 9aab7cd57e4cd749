package dev.facewright.platform.accounts;

import dev.facewright.platform.kernel.DomainEvent;
import java.util.Map;
import java.util.Set;

/// Somebody may do other things than before.
record AccountRolesChanged(AccountId account, Set<Role> roles) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return new AuditFacts(
                "account.roles-changed", Map.of("account", account.toString(), "roles", roles.toString()));
    }
}
