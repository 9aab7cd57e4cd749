package dev.facewright.ml.backbone;

import java.util.Arrays;
import java.util.Random;

/// How the values of a fresh weight are drawn.
sealed interface Initialiser {
    /// Every value the same.
    record Constant(float value) implements Initialiser {}

    /// Zero-mean Gaussian.
    record Gaussian(double deviation) implements Initialiser {}

    /// Zero-mean Gaussian, drawn again beyond two deviations.
    record TruncatedGaussian(double deviation) implements Initialiser {}

    /// Uniform in [-bound, bound).
    record Uniform(double bound) implements Initialiser {}

    /// Gaussian of variance 2 / ((1 + a²)·n), n inputs a unit, a the slope of the activation that follows.
    /// He et al., 2015, eq. 15, <https://arxiv.org/abs/1502.01852>.
    static Initialiser kaiming(int fanIn, float slope) {
        return new Gaussian(StrictMath.sqrt(2 / ((1 + slope * slope) * fanIn)));
    }

    /// Uniform within 1 / √n, n inputs a unit: what PyTorch gives its layers.
    static Initialiser byFanIn(int fanIn) {
        return new Uniform(1 / StrictMath.sqrt(fanIn));
    }

    default float[] values(int count, Random random) {
        float[] values = new float[count];
        switch (this) {
            case Constant(float value) -> Arrays.fill(values, value);
            case Gaussian(double deviation) -> {
                for (int i = 0; i < count; i++) {
                    values[i] = (float) (random.nextGaussian() * deviation);
                }
            }
            case TruncatedGaussian(double deviation) -> {
                for (int i = 0; i < count; i++) {
                    values[i] = (float) (truncated(random) * deviation);
                }
            }
            case Uniform(double bound) -> {
                for (int i = 0; i < count; i++) {
                    values[i] = (float) ((2 * random.nextDouble() - 1) * bound);
                }
            }
        }
        return values;
    }

    private static double truncated(Random random) {
        double value = random.nextGaussian();
        while (Math.abs(value) > 2) {
            value = random.nextGaussian();
        }
        return value;
    }
}
