package dev.facewright.platform.consent;

import dev.facewright.platform.kernel.AuditFacts;
import dev.facewright.platform.kernel.DomainEvent;
import dev.facewright.platform.kernel.Fact;

/// The key of a year's erased evidence was destroyed: nobody can tell any more what that evidence was.
record EvidenceProofsEnded(int year) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return AuditFacts.of("consent.evidence-proofs-ended", Fact.count("year", year));
    }
}
