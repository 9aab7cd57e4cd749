package dev.facewright.platform.consent;

/// What a subject permits at the moment.
public enum SubjectStatus {
    /// At least one purpose.
    LIVE,
    /// Nothing: every consent was withdrawn or ran out.
    ENDED,
    ERASED
}
