package dev.facewright.platform.jobs;

/// Where a job stands, and whatever is done by one.
public enum JobStatus {
    QUEUED,
    RUNNING,
    SUCCEEDED,
    FAILED,
    /// Ended early, since somebody or something asked for it.
    CANCELLED;

    public boolean ended() {
        return this != QUEUED && this != RUNNING;
    }
}
