package dev.facewright.platform.erasure.web;

import dev.facewright.platform.approvals.ProposalView;

/// What is said to whoever proposed something.
final class Proposals {
    private Proposals() {}

    static String message(ProposalView proposal) {
        return proposal.onePerson() ? "approval.done-alone" : "approval.proposed.done";
    }
}
