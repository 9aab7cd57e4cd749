package dev.facewright.ml.augment;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// A face mask over nose, mouth and chin, drawn at the landmarks; in one of four colours.
///
/// @param probability  in [0, 1]
public record FaceMask(double probability) implements Worn {
    /// Off; ready to be switched on by its probability.
    public static final FaceMask NEVER = new FaceMask(0);

    private static final int[] COLOURS = {0xa9c9de, 0xe8e8e6, 0x2b2d33, 0x8f9aa3};
    private static final int SEAM = 0x808890;
    private static final double SEAM_LENGTH = 0.85;

    @Override
    public void draw(byte[] crop, FaceFrame face, RandomGenerator random) {
        int colour = COLOURS[random.nextInt(COLOURS.length)];
        double top = Pixels.between(random, 0.2, 0.42);
        double side = Pixels.between(random, 1.5, 1.75);
        double[] half = {
            0,
            top,
            0.4,
            top + 0.08,
            0.9,
            top + 0.2,
            side,
            top + 0.36,
            side * 0.95,
            1.05,
            side * 0.72,
            1.4,
            0.45,
            1.57,
            0,
            1.6
        };
        Polygon.fill(crop, face.pixels(mirrored(half)), colour, 0.97);
        double end = side * SEAM_LENGTH;
        for (double y = 0.8; y < 1.3; y += 0.2) {
            double[] seam = {0, y + 0.03, end, y, end, y + 0.02, 0, y + 0.05};
            Polygon.fill(crop, face.pixels(mirrored(seam)), SEAM, 0.5);
        }
    }

    /// An outline whose other half is the same on the other side; the ends of the given one are on the axis.
    private static double[] mirrored(double[] half) {
        double[] whole = Arrays.copyOf(half, 2 * half.length - 4);
        for (int from = half.length - 4, to = half.length; to < whole.length; from -= 2, to += 2) {
            whole[to] = -half[from];
            whole[to + 1] = half[from + 1];
        }
        return whole;
    }
}
