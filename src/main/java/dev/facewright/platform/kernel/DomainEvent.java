package dev.facewright.platform.kernel;

/// Something that happened, in the past tense: a record published through Spring's `ApplicationEventPublisher`
/// inside the transaction that made it happen. The audit module writes every one of them into its log in that
/// transaction. An owner's events stand together in one sealed interface.
public interface DomainEvent {
    /// What goes into the audit log. A method and not a component, so that serialised events do not carry it.
    AuditFacts facts();
}
