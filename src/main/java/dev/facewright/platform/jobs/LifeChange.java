package dev.facewright.platform.jobs;

/// What can happen to a `Life`: it begins, is asked to end, or an attempt at it comes out somehow.
public sealed interface LifeChange permits LifeChange.Begun, LifeChange.CancelRequested, JobOutcome {
    /// A worker took it, also once more: after a retry, a restart or a crash.
    ///
    /// @param attempt  counted from 1
    record Begun(int attempt) implements LifeChange {}

    /// Somebody or something wants it to end early; it will as soon as its job sees that.
    ///
    /// @param reason  a slug
    record CancelRequested(String reason) implements LifeChange {}
}
