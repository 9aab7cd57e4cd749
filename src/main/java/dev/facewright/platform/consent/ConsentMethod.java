package dev.facewright.platform.consent;

/// How a consent was given.
public enum ConsentMethod {
    WRITTEN_FORM,
    ELECTRONIC_FORM,
    RECORDED_VERBAL,
    /// Signed by whoever may decide for the person.
    LEGAL_GUARDIAN
}
