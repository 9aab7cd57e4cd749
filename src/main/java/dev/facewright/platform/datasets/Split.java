package dev.facewright.platform.datasets;

/// Which part of a sealed version an image belongs to.
public enum Split {
    TRAIN,
    VALIDATION
}
