package dev.facewright.platform.jobs;

import java.util.Optional;

/// Does one kind of work; a bean of each is collected. Delivery is at least once: after a crash the same
/// payload comes again with a higher `attempt`, so a handler looks at what is already done.
public interface JobHandler<P> {
    JobType<P> type();

    /// Runs outside any transaction, as the actor who asked for the job. A `DomainException` ends the job as
    /// failed for that reason. One that is `Temporary` is tried again as long as it takes; one of the kind
    /// UNAVAILABLE and any other exception is, `facewright.jobs.attempts` times in all.
    JobOutcome run(P payload, JobContext context) throws InterruptedException;

    /// The row that this work is done for, locked, if there is one: its life follows that of the job. Work whose
    /// row has ended is not begun.
    default Optional<? extends Living> owner(P payload) {
        return Optional.empty();
    }

    /// What people see of it while it waits or runs; empty if its row is gone.
    default Optional<Work> describe(P payload) {
        return Optional.of(new Work(type().name(), "/" + type().area(), 0));
    }

    /// Called in the transaction that records how the job ended, also when `run` was never reached (cancelled
    /// before it began) or never returned (crashed too often). Tidies up after it.
    default void ended(P payload, JobOutcome outcome) {}

    /// @param name  for people to read
    /// @param path  of its page
    /// @param share  how much of it is done, in [0, 1]
    record Work(String name, String path, double share) {}
}
