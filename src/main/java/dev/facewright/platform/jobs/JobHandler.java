package dev.facewright.platform.jobs;

/// Does one kind of work; a bean of each is collected. Delivery is at least once: after a crash the same
/// payload comes again with a higher `attempt`, so a handler looks at what is already done.
public interface JobHandler<P> {
    JobType<P> type();

    /// Runs outside any transaction, as the actor who asked for the job. A `DomainException` ends the job as
    /// failed for that reason; one of the kind UNAVAILABLE and any other exception is tried again,
    /// `facewright.jobs.attempts` times in all.
    JobOutcome run(P payload, JobContext context) throws InterruptedException;

    /// Called in the transaction that records how the job ended: succeeded, failed or stopped, also when
    /// `run` was never reached (stopped before it began) or never returned (crashed too often). Brings the
    /// owner's rows to their end.
    default void ended(P payload, JobOutcome outcome) {}
}
