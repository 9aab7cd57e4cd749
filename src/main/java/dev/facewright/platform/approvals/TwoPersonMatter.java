package dev.facewright.platform.approvals;

import java.util.UUID;

/// A kind of thing that nobody does alone; a bean of the module that does it.
public interface TwoPersonMatter {
    /// A lasting slug, since proposals carry it: `lift-hold`. Its words are `approval.kind.<kind>` in the bundles.
    String kind();

    /// All that is decided about as it is now, in ids and words alone: whoever approves agrees to exactly this. Refuses
    /// what cannot be proposed.
    ///
    /// @param detail  the word that was proposed with it
    String content(UUID object, String detail);

    /// Does it, in the transaction of the approval.
    void carryOut(UUID object, String detail, ProposalId proposal);

    /// Where people look at what it is about: `/holds`.
    String page(UUID object);
}
