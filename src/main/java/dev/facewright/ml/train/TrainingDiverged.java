package dev.facewright.ml.train;

import java.util.Locale;

/// The loss or the gradient is no longer a finite number; the weights are lost, the last checkpoint is not.
public final class TrainingDiverged extends RuntimeException {
    private final long globalStep;
    private final double learningRate;

    TrainingDiverged(long globalStep, double learningRate, double loss, double gradientNorm) {
        super(String.format(
                Locale.ROOT,
                "Training diverged at step %d: loss %s, gradient norm %s at learning rate %s. "
                        + "Lower the learning rate, lengthen the warm-up or set a gradient clip norm such as 5, "
                        + "and start again.",
                globalStep,
                loss,
                gradientNorm,
                learningRate));
        this.globalStep = globalStep;
        this.learningRate = learningRate;
    }

    /// From 0, over all epochs.
    public long globalStep() {
        return globalStep;
    }

    public double learningRate() {
        return learningRate;
    }
}
