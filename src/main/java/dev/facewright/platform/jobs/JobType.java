package dev.facewright.platform.jobs;

/// A kind of work.
///
/// @param name  unique and lasting, since queued rows carry it: `train-run`
/// @param payload  a record of ids, written as JSON; what may change meanwhile is read when the job runs
public record JobType<P>(String name, Class<P> payload, JobLane lane) {
    public JobType(String name, Class<P> payload) {
        this(name, payload, JobLane.GENERAL);
    }
}
