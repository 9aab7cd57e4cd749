package dev.facewright.platform.jobs;

import dev.facewright.platform.kernel.DomainException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How one attempt at a job came out.
public sealed interface JobOutcome extends LifeChange {
    record Succeeded() implements JobOutcome {}

    /// Not done and not wrong: to be tried again. Does not count as a failed attempt.
    ///
    /// @param reason  a slug
    record RetryLater(Duration delay, String reason) implements JobOutcome {
        /// The reason where nothing went wrong, only this process goes down.
        public static final String SHUTTING_DOWN = "shutting-down";

        /// To go on after a restart, or elsewhere at once.
        public static RetryLater shuttingDown() {
            return new RetryLater(Duration.ZERO, SHUTTING_DOWN);
        }
    }

    /// @param reason  the slug of the rule that refused; its title stands in the bundles as `problem.<reason>`
    /// @param arguments  of that rule's text
    /// @param traceId  finds the cause in this server's log, where the failure was unexpected
    record Failed(
            String reason, List<String> arguments, @Nullable String traceId) implements JobOutcome {
        public Failed {
            arguments = List.copyOf(arguments);
        }

        public Failed(String reason, String... arguments) {
            this(reason, List.of(arguments), null);
        }

        public static Failed by(DomainException refusal) {
            return by(refusal, null);
        }

        static Failed by(DomainException refusal, @Nullable String traceId) {
            List<String> arguments =
                    refusal.arguments().stream().map(String::valueOf).toList();
            return new Failed(refusal.slug(), arguments, traceId);
        }
    }

    /// Ended early, since somebody or something asked for it.
    ///
    /// @param reason  a slug
    record Cancelled(String reason) implements JobOutcome {}
}
