package dev.facewright.platform.consent;

import dev.facewright.platform.kernel.DomainEvent;
import java.util.Map;
import java.util.Set;

/// A data subject took a consent back.
///
/// @param noLongerLive  purposes that no other consent of the subject covers now; may be empty
public record ConsentWithdrawn(SubjectId subject, ConsentId consent, Set<Purpose> noLongerLive, String reasonCode)
        implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return new AuditFacts(
                "consent.withdrawn",
                Map.of(
                        "subject", subject.toString(),
                        "consent", consent.toString(),
                        "noLongerLive", PurposeNames.of(noLongerLive),
                        "reason", reasonCode));
    }
}
