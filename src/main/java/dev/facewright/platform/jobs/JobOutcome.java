package dev.facewright.platform.jobs;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How one attempt at a job came out.
public sealed interface JobOutcome {
    record Succeeded() implements JobOutcome {}

    /// Not done and not wrong: to be tried again. Does not count as a failed attempt.
    ///
    /// @param reason  a slug
    record RetryLater(Duration delay, String reason) implements JobOutcome {}

    /// @param reason  the slug of the rule that refused; its title stands in the bundles as `problem.<reason>`
    /// @param traceId  finds the cause in this server's log, where the failure was unexpected
    record Failed(String reason, @Nullable String traceId) implements JobOutcome {
        public Failed(String reason) {
            this(reason, null);
        }
    }

    /// Someone asked for it.
    record Stopped() implements JobOutcome {}
}
