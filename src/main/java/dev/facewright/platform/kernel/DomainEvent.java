package dev.facewright.platform.kernel;

import java.util.Map;

/// Something that happened, in the past tense: a record published through Spring's `ApplicationEventPublisher`
/// inside the transaction that made it happen. The audit module writes every one of them into its log in that
/// transaction.
public interface DomainEvent {
    /// What goes into the audit log. A method and not a component, so that serialised events do not carry it.
    AuditFacts facts();

    /// @param action  what happened, module first: `consent.withdrawn`
    /// @param ids  names and values of the ids and counts that tell what it happened to; never personal data
    record AuditFacts(String action, Map<String, String> ids) {
        public AuditFacts {
            ids = Map.copyOf(ids);
        }
    }
}
