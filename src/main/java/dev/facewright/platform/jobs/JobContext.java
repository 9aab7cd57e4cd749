package dev.facewright.platform.jobs;

/// What a running job may ask about itself. Cheap enough to be asked at every step.
public interface JobContext {
    JobId id();

    /// Whether someone asked this job to stop, here or through another process; then end with `Stopped`.
    /// Seen at once within the process and within about a second across processes.
    boolean stopRequested();

    /// Whether this process is going down; then end with `RetryLater`, and the job goes on after the restart or
    /// elsewhere.
    boolean shuttingDown();

    /// Counted from 1; above 1 after a retry, a restart or a crash.
    int attempt();
}
