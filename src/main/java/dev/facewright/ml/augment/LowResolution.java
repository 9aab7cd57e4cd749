package dev.facewright.ml.augment;

import java.util.List;
import java.util.random.RandomGenerator;

/// A face that was far away: scaled down, averaging over areas, and up again, bilinear.
///
/// @param probability  in [0, 1]
/// @param leastScale  share of the side that is kept at least, in [0.1, 1]; 0.25 keeps 28 of 112 pixels
public record LowResolution(double probability, double leastScale) implements AugmentationStep {
    /// Off; ready to be switched on by its probability.
    public static final LowResolution NEVER = new LowResolution(0, 0.4);

    @Override
    public List<FieldProblem> problems() {
        return new Ranges()
                .probability(probability)
                .shareOfSide("leastScale", leastScale, 0.1, 1, "a share of the side")
                .problems();
    }

    @Override
    public boolean idle() {
        return probability == 0 || leastScale == 1;
    }

    @Override
    public void apply(byte[] crop, byte[] scratch, RandomGenerator random) {
        int side = (int) Math.rint(Pixels.between(random, leastScale, 1) * Pixels.SIDE);
        if (side < Pixels.SIDE) {
            float[] weights = weights(side);
            along(weights, crop, scratch, Pixels.CHANNELS, Pixels.ROW);
            along(weights, scratch, crop, Pixels.ROW, Pixels.CHANNELS);
        }
    }

    /// What each pixel of a line becomes: `[112, 112]`, a row for each, which sums to 1.
    private static float[] weights(int side) {
        double step = (double) Pixels.SIDE / side;
        float[] weights = new float[Pixels.SIDE * Pixels.SIDE];
        for (int x = 0; x < Pixels.SIDE; x++) {
            double place = Math.clamp((x + 0.5) / step - 0.5, 0, side - 1.0);
            int left = Math.min((int) place, side - 2);
            double right = place - left;
            for (int i = 0; i < Pixels.SIDE; i++) {
                double share =
                        (1 - right) * overlap(i, left * step, step) + right * overlap(i, (left + 1) * step, step);
                weights[x * Pixels.SIDE + i] = (float) (share / step);
            }
        }
        return weights;
    }

    /// How much of pixel `i` lies in [from, from + length].
    private static double overlap(int i, double from, double length) {
        return Math.max(0, Math.min(i + 1.0, from + length) - Math.max(i, from));
    }

    private static void along(float[] weights, byte[] from, byte[] to, int along, int across) {
        for (int x = 0; x < Pixels.SIDE; x++) {
            int first = x * Pixels.SIDE;
            int begin = 0;
            while (weights[first + begin] == 0) {
                begin++;
            }
            for (int line = 0; line < Pixels.ROW; line++) {
                int base = line / Pixels.CHANNELS * across + line % Pixels.CHANNELS;
                float sum = 0;
                for (int i = begin; i < Pixels.SIDE && weights[first + i] != 0; i++) {
                    sum += weights[first + i] * (from[base + i * along] & 0xff);
                }
                to[base + x * along] = Pixels.rounded(sum);
            }
        }
    }
}
