package dev.facewright.platform.consent;

/// Whether a consent permits anything at a given moment.
public enum ConsentState {
    LIVE,
    EXPIRED,
    WITHDRAWN
}
