package dev.facewright.platform.consent;

import dev.facewright.platform.kernel.DomainEvent;
import java.util.Map;
import java.util.Set;

/// A consent's time ran out. It stopped being live at that moment; this is published soon after.
///
/// @param noLongerLive  purposes that no other consent of the subject covers now; may be empty
public record ConsentExpired(SubjectId subject, ConsentId consent, Set<Purpose> noLongerLive) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return new AuditFacts(
                "consent.expired",
                Map.of(
                        "subject", subject.toString(),
                        "consent", consent.toString(),
                        "noLongerLive", PurposeNames.of(noLongerLive)));
    }
}
