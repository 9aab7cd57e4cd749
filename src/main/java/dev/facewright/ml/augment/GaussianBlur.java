package dev.facewright.ml.augment;

import java.util.List;
import java.util.random.RandomGenerator;

/// Out of focus: a Gaussian in both directions, in whole numbers.
///
/// @param probability  in [0, 1]
/// @param leastSigma  standard deviation in pixels, in [0.1, 5]
/// @param mostSigma  standard deviation in pixels, in [leastSigma, 5]
public record GaussianBlur(double probability, double leastSigma, double mostSigma) implements AugmentationStep {
    private static final double REACH = 3;
    private static final int ONE = 1 << 16;

    @Override
    public List<FieldProblem> problems() {
        return new Ranges()
                .probability(probability)
                .between("leastSigma", leastSigma, 0.1, 5, "a standard deviation in pixels of 112, 1 is usual")
                .between("mostSigma", mostSigma, 0.1, 5, "a standard deviation in pixels of 112, 2 is strong")
                .ordered("leastSigma", leastSigma, "mostSigma", mostSigma)
                .problems();
    }

    @Override
    public void apply(byte[] crop, byte[] scratch, RandomGenerator random) {
        int[] kernel = kernel(Pixels.between(random, leastSigma, mostSigma));
        along(kernel, crop, scratch, Pixels.CHANNELS, Pixels.ROW);
        along(kernel, scratch, crop, Pixels.ROW, Pixels.CHANNELS);
    }

    /// The right half of the kernel, its centre first. Both halves sum to exactly one, so that no light is lost.
    private static int[] kernel(double sigma) {
        double[] weights = new double[(int) Math.ceil(REACH * sigma) + 1];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = StrictMath.exp(-i * i / (2 * sigma * sigma));
            sum += i == 0 ? weights[i] : 2 * weights[i];
        }
        int[] kernel = new int[weights.length];
        kernel[0] = ONE;
        for (int i = 1; i < weights.length; i++) {
            kernel[i] = (int) (weights[i] / sum * ONE + 0.5);
            kernel[0] -= 2 * kernel[i];
        }
        return kernel;
    }

    private static void along(int[] kernel, byte[] from, byte[] to, int along, int across) {
        for (int line = 0; line < Pixels.SIDE; line++) {
            for (int channel = 0; channel < Pixels.CHANNELS; channel++) {
                int base = line * across + channel;
                for (int i = 0; i < Pixels.SIDE; i++) {
                    int sum = ONE / 2 + kernel[0] * at(from, base, i, along);
                    for (int k = 1; k < kernel.length; k++) {
                        sum += kernel[k] * (at(from, base, i - k, along) + at(from, base, i + k, along));
                    }
                    to[base + i * along] = (byte) (sum >> 16);
                }
            }
        }
    }

    private static int at(byte[] from, int base, int i, int along) {
        return from[base + Math.clamp(i, 0, Pixels.SIDE - 1) * along] & 0xff;
    }
}
