package dev.facewright.platform.datasets;

import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.kernel.DomainEvent;
import java.util.Map;

/// The images of a subject are deleted and the key they were encrypted with is destroyed.
public record SubjectErased(SubjectId subject, int images) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return new AuditFacts(
                "dataset.subject-erased", Map.of("subject", subject.toString(), "images", String.valueOf(images)));
    }
}
