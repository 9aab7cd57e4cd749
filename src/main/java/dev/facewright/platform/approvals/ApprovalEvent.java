package dev.facewright.platform.approvals;

import dev.facewright.platform.kernel.AuditFacts;
import dev.facewright.platform.kernel.DomainEvent;
import dev.facewright.platform.kernel.Fact;
import java.util.UUID;

/// What becomes of what takes two people.
sealed interface ApprovalEvent extends DomainEvent {
    /// Somebody proposed something.
    record Proposed(ProposalId proposal, String kind, UUID object, boolean onePerson) implements ApprovalEvent {}

    /// Somebody else agreed, and it was done with that.
    record Approved(ProposalId proposal, String kind, UUID object, boolean onePerson) implements ApprovalEvent {}

    /// Somebody decided against it, or took it back.
    record Rejected(ProposalId proposal, String kind, UUID object, boolean onePerson) implements ApprovalEvent {}

    ProposalId proposal();

    String kind();

    UUID object();

    boolean onePerson();

    @Override
    default AuditFacts facts() {
        String what = switch (this) {
            case Proposed _ -> "proposed";
            case Approved _ -> "approved";
            case Rejected _ -> "rejected";
        };
        return AuditFacts.of(
                "approval." + what,
                Fact.id("proposal", proposal()),
                Fact.word("kind", kind()),
                Fact.id("object", object()),
                Fact.word("people", onePerson() ? "one" : "two"));
    }
}
