package dev.facewright.platform.consent;

import dev.facewright.platform.kernel.DomainEvent;
import java.util.Map;

/// A data subject is known to the server from now on.
public record SubjectRegistered(SubjectId subject) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return new AuditFacts("consent.subject-registered", Map.of("subject", subject.toString()));
    }
}
