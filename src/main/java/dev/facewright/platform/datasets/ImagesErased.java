package dev.facewright.platform.datasets;

import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.kernel.AuditFacts;
import dev.facewright.platform.kernel.DomainEvent;
import dev.facewright.platform.kernel.Fact;

/// Images of a subject are deleted; traces stay that there were some. Of many images it is told in parts.
public record ImagesErased(SubjectId subject, int images) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return AuditFacts.of("dataset.images-erased", Fact.subject(subject), Fact.count("images", images));
    }
}
