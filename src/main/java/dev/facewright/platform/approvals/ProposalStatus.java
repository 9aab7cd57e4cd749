package dev.facewright.platform.approvals;

/// What became of a proposal.
public enum ProposalStatus {
    /// Waits for somebody else.
    PROPOSED,
    /// Somebody else agreed, and it was done.
    APPROVED,
    REJECTED,
    /// Nobody decided in time.
    LAPSED
}
