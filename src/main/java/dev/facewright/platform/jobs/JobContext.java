package dev.facewright.platform.jobs;

/// What a running job may ask about itself. Cheap enough to be asked at every step.
public interface JobContext {
    JobId id();

    /// Whether to end now, since the job was cancelled or this process is going down; then return
    /// `interruption()`. A cancellation is seen at once within the process and within about a second across
    /// processes.
    boolean interrupted();

    /// How an interrupted job comes out: cancelled, or put back to go on after the restart or elsewhere.
    JobOutcome interruption();

    /// Counted from 1; above 1 after a retry, a restart or a crash.
    int attempt();
}
