package dev.facewright.ml.augment;

import java.util.random.RandomGenerator;

/// Dark glasses over the eyes, drawn at the landmarks; their size, tint and colour vary.
///
/// @param probability  in [0, 1]
public record Sunglasses(double probability) implements Worn {
    /// Off; ready to be switched on by its probability.
    public static final Sunglasses NEVER = new Sunglasses(0);

    private static final int[] COLOURS = {0x121214, 0x2a1c14, 0x14202a};
    private static final int FRAME = 0x0c0c0c;
    private static final int CORNERS = 16;

    @Override
    public void draw(byte[] crop, FaceFrame face, RandomGenerator random) {
        int colour = COLOURS[random.nextInt(COLOURS.length)];
        double tint = Pixels.between(random, 0.75, 1);
        double wide = Pixels.between(random, 0.6, 0.78);
        double high = Pixels.between(random, 0.26, 0.38);
        for (int eye = -1; eye <= 1; eye += 2) {
            Polygon.fill(crop, face.pixels(lens(eye, wide, high)), colour, tint);
            double rim = eye * (1 + wide);
            Polygon.fill(crop, face.pixels(rim, -0.08, eye * 3.0, -0.02, eye * 3.0, 0.06, rim, 0.04), FRAME, 1);
        }
        double inner = 1 - wide;
        Polygon.fill(crop, face.pixels(-inner, -0.1, inner, -0.1, inner, 0, -inner, 0), FRAME, 1);
    }

    /// A rounded box around one eye: a superellipse of the fourth degree.
    private static double[] lens(int eye, double wide, double high) {
        double[] corners = new double[2 * CORNERS];
        for (int i = 0; i < CORNERS; i++) {
            double angle = 2 * Math.PI * i / CORNERS;
            corners[2 * i] = eye + wide * rounded(StrictMath.cos(angle));
            corners[2 * i + 1] = 0.04 + high * rounded(StrictMath.sin(angle));
        }
        return corners;
    }

    private static double rounded(double value) {
        return Math.signum(value) * Math.sqrt(Math.abs(value));
    }
}
