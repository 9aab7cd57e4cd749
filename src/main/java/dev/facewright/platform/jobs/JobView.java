package dev.facewright.platform.jobs;

import dev.facewright.platform.kernel.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where a job stands.
///
/// @param attempt  how often it was begun; 0 while it was not
/// @param reason  the slug why it failed or waits to be tried again
public record JobView(
        JobId id,
        String type,
        JobStatus status,
        Actor requestedBy,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        int attempt,
        boolean stopRequested,
        @Nullable String reason,
        @Nullable String traceId) {}
