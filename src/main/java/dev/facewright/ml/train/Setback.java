package dev.facewright.ml.train;

/// A run could not take a step and goes on from an earlier one, with an adjustment.
public sealed interface Setback {
    /// The step that failed, from 0 over all epochs.
    long globalStep();

    /// Where the run stands now.
    Progress goesOnFrom();

    /// Loss or gradient were not finite; the learning rate is halved.
    ///
    /// @param loss  of that step, in nats
    /// @param gradientNorm  of that step, Euclidean
    /// @param learningRate  of that step
    record Diverged(long globalStep, double loss, double gradientNorm, double learningRate, Progress goesOnFrom)
            implements Setback {}

    /// Native memory did not suffice; each step is made of smaller parts, so that its effective batch stays.
    /// Norms see one part at a time.
    ///
    /// @param imagesAtOnce  in a part from now on, at least 2
    /// @param parts  whose mean gradient makes a step from now on
    record OutOfMemory(long globalStep, int imagesAtOnce, int parts, Progress goesOnFrom) implements Setback {}
}
