package dev.facewright.platform.datasets;

/// Where an upload stands.
public enum UploadStatus {
    QUEUED,
    RUNNING,
    COMPLETED,
    FAILED,
    STOPPED;

    public boolean ended() {
        return this == COMPLETED || this == FAILED || this == STOPPED;
    }
}
