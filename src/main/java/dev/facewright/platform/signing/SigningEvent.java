package dev.facewright.platform.signing;

import dev.facewright.platform.kernel.AuditFacts;
import dev.facewright.platform.kernel.DomainEvent;
import dev.facewright.platform.kernel.Fact;

/// What happens to the keys that documents are signed with.
sealed interface SigningEvent extends DomainEvent {
    String key();

    DocumentKind kind();

    /// From now on documents of this kind are signed with it.
    record KeyMade(String key, DocumentKind kind) implements SigningEvent {}

    /// It signs no more documents; those it signed are still believed.
    record KeyReplaced(String key, DocumentKind kind) implements SigningEvent {}

    /// It fell into other hands, or may have: nothing that it signed is believed.
    record KeyCompromised(String key, DocumentKind kind) implements SigningEvent {}

    @Override
    default AuditFacts facts() {
        return switch (this) {
            case KeyMade _ -> told("key-made");
            case KeyReplaced _ -> told("key-replaced");
            case KeyCompromised _ -> told("key-compromised");
        };
    }

    private AuditFacts told(String what) {
        return AuditFacts.of("signing." + what, Fact.id("signing-key", key()), Fact.word("document", kind().slug()));
    }
}
