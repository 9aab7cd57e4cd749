package dev.facewright.platform.datasets;

import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.kernel.AuditFacts;
import dev.facewright.platform.kernel.DomainEvent;
import dev.facewright.platform.kernel.Fact;

/// The images of a subject are deleted and the key they were encrypted with is destroyed.
public record SubjectErased(SubjectId subject, int images) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return AuditFacts.of("dataset.subject-erased", Fact.subject(subject), Fact.count("images", images));
    }
}
