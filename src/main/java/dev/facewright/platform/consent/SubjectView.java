package dev.facewright.platform.consent;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A data subject as people and services see it.
///
/// @param code  null once erased
public record SubjectView(
        SubjectId id,
        @Nullable String code,
        SubjectStatus status,
        Set<Purpose> livePurposes,
        Instant registeredAt,
        @Nullable Instant erasedAt,
        List<ConsentView> consents) {}
