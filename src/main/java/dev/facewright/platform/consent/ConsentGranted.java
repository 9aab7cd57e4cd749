package dev.facewright.platform.consent;

import dev.facewright.platform.kernel.DomainEvent;
import java.util.Map;
import java.util.Set;

/// A data subject agreed to the purposes.
public record ConsentGranted(SubjectId subject, ConsentId consent, Set<Purpose> purposes) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return new AuditFacts(
                "consent.granted",
                Map.of(
                        "subject", subject.toString(),
                        "consent", consent.toString(),
                        "purposes", PurposeNames.of(purposes)));
    }
}
