package dev.facewright.platform.models;

public enum ModelStatus {
    ACTIVE,
    /// May be looked at, never loaded: not evaluated, exported or trained on. There is no way back.
    QUARANTINED
}
