package dev.facewright.platform.export;

/// Where an export is in its life.
public enum ExportStatus {
    QUEUED,
    RUNNING,
    READY,
    FAILED,
    CANCELLED,
    /// Its model was quarantined: the bundle is no longer handed out.
    WITHDRAWN
}
