package dev.facewright.platform.erasure;

import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.kernel.AuditFacts;
import dev.facewright.platform.kernel.DomainEvent;
import dev.facewright.platform.kernel.Fact;
import java.util.List;

/// What becomes of the erasure of a person.
sealed interface ErasureEvent extends DomainEvent {
    SubjectId subject();

    /// Nobody holds anything of a subject any more, and the key it was encrypted with is destroyed.
    ///
    /// @param unattributed  what is kept of people without knowing of whom
    record SubjectErased(SubjectId subject, List<Leftovers> unattributed) implements ErasureEvent {}

    /// Holders still had something after all were told to erase; it is tried again.
    record SubjectStillHeld(SubjectId subject, List<Leftovers> left) implements ErasureEvent {}

    @Override
    default AuditFacts facts() {
        return switch (this) {
            // named before erasure had a module of its own; the entries of then and now are one story
            case SubjectErased erased -> told("dataset.subject-erased", "unattributed", erased.unattributed());
            case SubjectStillHeld held -> told("erasure.subject-still-held", "left", held.left());
        };
    }

    private AuditFacts told(String action, String what, List<Leftovers> each) {
        Fact[] facts = each.stream()
                .map(some -> Fact.word(what + "." + some.holder(), some.told()))
                .toArray(Fact[]::new);
        return AuditFacts.of(action, Fact.subject(subject())).with(facts);
    }
}
