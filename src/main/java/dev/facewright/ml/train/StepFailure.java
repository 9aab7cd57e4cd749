package dev.facewright.ml.train;

import dev.facewright.ml.torch.StepResult;
import org.jspecify.annotations.Nullable;

/// Ends a loop whose program can no longer be used; never leaves the package.
abstract sealed class StepFailure extends RuntimeException {
    private final long globalStep;

    private StepFailure(long globalStep, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.globalStep = globalStep;
    }

    long globalStep() {
        return globalStep;
    }

    static final class NotFinite extends StepFailure {
        private final double learningRate;
        private final double loss;
        private final double gradientNorm;

        NotFinite(long globalStep, double learningRate, StepResult result) {
            super(globalStep, "Loss " + result.loss() + " at step " + globalStep, null);
            this.learningRate = learningRate;
            this.loss = result.loss();
            this.gradientNorm = result.gradientNorm();
        }

        double learningRate() {
            return learningRate;
        }

        double loss() {
            return loss;
        }

        double gradientNorm() {
            return gradientNorm;
        }
    }

    static final class NoMemory extends StepFailure {
        NoMemory(long globalStep, Throwable cause) {
            super(globalStep, "Out of memory at step " + globalStep, cause);
        }
    }
}
