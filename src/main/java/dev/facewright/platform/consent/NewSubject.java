package dev.facewright.platform.consent;

/// A person to be registered together with what they agreed to.
///
/// @param code  the pseudonym under which the data owner knows the person, never a name; also the folder
///     name in uploads
public record NewSubject(String code, NewConsent consent) {}
