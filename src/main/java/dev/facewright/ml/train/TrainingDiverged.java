package dev.facewright.ml.train;

import dev.facewright.ml.train.StepFailure.NotFinite;
import java.util.Locale;

/// The loss or the gradient is no longer a finite number, also at half the learning rate; the weights are lost,
/// the last checkpoint is not.
public final class TrainingDiverged extends RuntimeException {
    private final long globalStep;
    private final double learningRate;

    TrainingDiverged(NotFinite found) {
        super(String.format(
                Locale.ROOT,
                "Training diverged at step %d: loss %s, gradient norm %s at learning rate %s, "
                        + "which had been halved after it diverged before. "
                        + "Lower the learning rate, lengthen the warm-up or set a gradient clip norm such as 5, "
                        + "and start again.",
                found.globalStep(),
                found.loss(),
                found.gradientNorm(),
                found.learningRate()));
        this.globalStep = found.globalStep();
        this.learningRate = found.learningRate();
    }

    /// From 0, over all epochs.
    public long globalStep() {
        return globalStep;
    }

    public double learningRate() {
        return learningRate;
    }
}
