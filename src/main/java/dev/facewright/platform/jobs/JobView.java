package dev.facewright.platform.jobs;

import dev.facewright.platform.kernel.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where a job stands.
///
/// @param attempt  how often it was begun; 0 while it was not
/// @param cancelReason  the slug why it was asked to end early; null if it was not
/// @param failure  the slug why it failed, or why it waits to be tried again
public record JobView(
        JobId id,
        String type,
        JobStatus status,
        Actor requestedBy,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        int attempt,
        @Nullable String cancelReason,
        @Nullable String failure,
        @Nullable String traceId) {}
