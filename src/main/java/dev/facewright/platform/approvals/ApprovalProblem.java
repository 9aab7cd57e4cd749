package dev.facewright.platform.approvals;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// Everything that is refused where two people are asked for, one case a rule.
public abstract sealed class ApprovalProblem extends DomainException {
    private ApprovalProblem(ProblemKind kind, String slug, Object... arguments) {
        super(kind, slug, arguments);
    }

    /// The same is proposed already and waits.
    public static final class AlreadyProposed extends ApprovalProblem {
        AlreadyProposed(ProposalId id) {
            super(ProblemKind.CONFLICT, "already-proposed", id);
        }
    }

    /// Somebody was faster, or time was.
    public static final class ProposalDecided extends ApprovalProblem {
        ProposalDecided(ProposalId id) {
            super(ProblemKind.CONFLICT, "proposal-decided", id);
        }
    }

    /// What was proposed is not what stands there now, or not what the approver looked at.
    public static final class ProposalChanged extends ApprovalProblem {
        ProposalChanged(ProposalId id) {
            super(ProblemKind.CONFLICT, "proposal-changed", id);
        }
    }

    /// There is no such proposal.
    public static final class ProposalNotFound extends ApprovalProblem {
        ProposalNotFound(ProposalId id) {
            super(ProblemKind.NOT_FOUND, "proposal-not-found", id);
        }
    }

    /// Nobody approves of what they proposed themselves.
    public static final class OwnProposal extends ApprovalProblem {
        OwnProposal(ProposalId id) {
            super(ProblemKind.FORBIDDEN, "own-proposal", id);
        }
    }

    /// One of the two accounts has made or touched the other, or the approver's came or was touched since.
    public static final class NotIndependent extends ApprovalProblem {
        NotIndependent(ProposalId id) {
            super(ProblemKind.FORBIDDEN, "not-independent", id);
        }
    }

    /// It takes somebody who is logged in.
    public static final class NobodyActs extends ApprovalProblem {
        NobodyActs() {
            super(ProblemKind.FORBIDDEN, "nobody-acts");
        }
    }
}
