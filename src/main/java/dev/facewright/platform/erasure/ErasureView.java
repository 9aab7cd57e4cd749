package dev.facewright.platform.erasure;

import dev.facewright.platform.consent.SubjectId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An erasure as people and services see it.
///
/// @param requestedBy  `CONSENT_ENDED`, `TWO_PEOPLE` or `ONE_PERSON`
/// @param leftBehind  what is still there, by holder or place
/// @param destroyed  what there was, by number, before it was destroyed
/// @param unattributed  what is kept of people without knowing of whom, by holder
/// @param commitment  to the pseudonym, under the secret of the person's receipt
public record ErasureView(
        SubjectId subject,
        ErasureState state,
        String requestedBy,
        Instant begunAt,
        @Nullable Instant keyDestroyedAt,
        Map<String, String> leftBehind,
        Map<String, Long> destroyed,
        @Nullable RescanReport rescan,
        Map<String, String> unattributed,
        @Nullable Instant erasedAt,
        @Nullable Instant certifiedAt,
        @Nullable String commitment) {}
