package dev.facewright.platform.approvals;

import dev.facewright.platform.accounts.AccountId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A proposal as people and services see it.
///
/// @param kind  of the `TwoPersonMatter`
/// @param object  what it is about
/// @param detail  a word that belongs to it, such as a reason
/// @param contentHash  of all that was proposed; an approval repeats it
/// @param onePerson  whether nobody else was asked for, since the installation has one person only
/// @param page  where it can be looked at
public record ProposalView(
        ProposalId id,
        String kind,
        UUID object,
        String detail,
        String contentHash,
        ProposalStatus status,
        AccountId proposer,
        Instant proposedAt,
        Instant expiresAt,
        boolean onePerson,
        @Nullable AccountId decidedBy,
        @Nullable Instant decidedAt,
        String page) {}
