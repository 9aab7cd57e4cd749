package dev.facewright.platform.erasure;

import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.kernel.AuditFacts;
import dev.facewright.platform.kernel.DomainEvent;
import dev.facewright.platform.kernel.Fact;
import java.util.List;
import java.util.UUID;

/// What becomes of the erasure of a person.
sealed interface ErasureEvent extends DomainEvent {
    SubjectId subject();

    /// A legal hold stands: nothing of the subject is used, and nothing is destroyed.
    record SubjectWaits(SubjectId subject) implements ErasureEvent {}

    /// The key that everything about a subject was encrypted with is destroyed; what is left is being deleted.
    record KeyDestroyed(SubjectId subject) implements ErasureEvent {}

    /// Nobody holds anything of a subject any more, and a look everywhere found nothing unexplained.
    ///
    /// @param unattributed  what is kept of people without knowing of whom
    record SubjectErased(SubjectId subject, List<Leftovers> unattributed) implements ErasureEvent {}

    /// Holders still had something after all were told to erase; it is tried again.
    record SubjectStillHeld(SubjectId subject, List<Leftovers> left) implements ErasureEvent {}

    /// There is a signed certificate.
    record ErasureCertified(SubjectId subject, UUID certificate) implements ErasureEvent {}

    /// Somebody looked at what the subject is given to keep.
    record ReceiptShown(SubjectId subject) implements ErasureEvent {}

    @Override
    default AuditFacts facts() {
        return switch (this) {
            case ErasureCertified certified ->
                AuditFacts.of(
                        "erasure.certified",
                        Fact.subject(certified.subject()),
                        Fact.id("certificate", certified.certificate()));
            case ReceiptShown _ -> told("erasure.receipt-shown", "left", List.of());
            case SubjectWaits _ -> told("erasure.waits", "left", List.of());
            case KeyDestroyed _ -> told("erasure.key-destroyed", "left", List.of());
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
