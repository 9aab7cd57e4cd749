package dev.facewright.platform.datasets;

/// Whether a sealed version may be used.
public enum VersionStatus {
    SEALED,
    REVOKED
}
