package dev.facewright.ml.verify;

/// The true accept rate at a wanted false accept rate, or the reason why these pairs cannot tell.
public sealed interface TarAtFar {
    /// The false accept rate asked for, in (0, 1].
    double far();

    /// @param tar  share of genuine pairs accepted, in [0, 1]
    /// @param threshold  the lowest score at which no more impostors than `far` allows are accepted
    /// @param falseAccepts  how many impostor pairs are accepted there
    record Measured(double far, double tar, double threshold, int falseAccepts) implements TarAtFar {}

    /// @param reason  how many impostor pairs there are and how many it would take
    record Refused(double far, String reason) implements TarAtFar {}
}
