package dev.facewright.platform.erasure;

import dev.facewright.platform.accounts.AccountId;
import dev.facewright.platform.approvals.ProposalId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A legal hold as people and services see it.
///
/// @param object  null for everything
/// @param reviewOn  when somebody looks whether it is still needed; it does not end by itself
/// @param endedBy  the proposal whose approval lifted it
public record HoldView(
        HoldId id,
        HoldObject.Kind kind,
        @Nullable UUID object,
        String reason,
        LocalDate reviewOn,
        AccountId placedBy,
        Instant placedAt,
        @Nullable Instant endedAt,
        @Nullable ProposalId endedBy) {}
