package dev.facewright.platform.accounts;

import dev.facewright.platform.kernel.DomainEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A login failed. What was typed is not kept: people type passwords into the wrong field.
///
/// @param account  that the name belongs to, if it belongs to one
record LoginFailed(@Nullable AccountId account) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return new AuditFacts(
                "account.login-failed", account == null ? Map.of() : Map.of("account", account.toString()));
    }
}
