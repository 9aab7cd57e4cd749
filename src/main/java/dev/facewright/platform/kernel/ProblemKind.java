package dev.facewright.platform.kernel;

/// What sort of refusal a `DomainException` is. One class alone maps it to an HTTP status.
public enum ProblemKind {
    INVALID,
    FORBIDDEN,
    NOT_FOUND,
    CONFLICT,
    TOO_LARGE,
    UNSUPPORTED,
    UNPROCESSABLE,
    TOO_MANY,
    UNAVAILABLE
}
