package dev.facewright.platform.consent;

import dev.facewright.platform.kernel.AuditFacts;
import dev.facewright.platform.kernel.DomainEvent;
import dev.facewright.platform.kernel.Fact;
import java.util.Set;

/// What happens to data subjects and what they agreed to.
public sealed interface ConsentEvent extends DomainEvent {
    /// A data subject is known to the server from now on.
    record SubjectRegistered(SubjectId subject) implements ConsentEvent {}

    /// A data subject agreed to the purposes.
    record Granted(SubjectId subject, ConsentId consent, Set<Purpose> purposes) implements ConsentEvent {}

    /// What proves a consent was handed in after it was recorded.
    record EvidenceAdded(SubjectId subject, ConsentId consent) implements ConsentEvent {}

    /// A data subject took a consent back.
    ///
    /// @param noLongerLive  purposes that no other consent of the subject covers now; may be empty
    record Withdrawn(SubjectId subject, ConsentId consent, Set<Purpose> noLongerLive, String reasonCode)
            implements ConsentEvent {}

    /// A consent's time ran out. It stopped being live at that moment; this is published soon after.
    ///
    /// @param noLongerLive  purposes that no other consent of the subject covers now; may be empty
    record Expired(SubjectId subject, ConsentId consent, Set<Purpose> noLongerLive) implements ConsentEvent {}

    SubjectId subject();

    @Override
    default AuditFacts facts() {
        return switch (this) {
            case SubjectRegistered _ -> told("subject-registered");
            case Granted granted ->
                told("granted", Fact.id("consent", granted.consent()), Fact.words("purposes", granted.purposes()));
            case EvidenceAdded added -> told("evidence-added", Fact.id("consent", added.consent()));
            case Withdrawn withdrawn ->
                told(
                        "withdrawn",
                        Fact.id("consent", withdrawn.consent()),
                        Fact.words("noLongerLive", withdrawn.noLongerLive()),
                        Fact.word("reason", withdrawn.reasonCode()));
            case Expired expired ->
                told(
                        "expired",
                        Fact.id("consent", expired.consent()),
                        Fact.words("noLongerLive", expired.noLongerLive()));
        };
    }

    private AuditFacts told(String what, Fact... more) {
        return AuditFacts.of("consent." + what, Fact.subject(subject())).with(more);
    }
}
