package dev.facewright.platform.jobs;

public enum JobStatus {
    QUEUED,
    RUNNING,
    SUCCEEDED,
    FAILED,
    STOPPED;

    public boolean ended() {
        return this != QUEUED && this != RUNNING;
    }
}
