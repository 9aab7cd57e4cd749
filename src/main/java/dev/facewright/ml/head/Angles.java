package dev.facewright.ml.head;

import static dev.facewright.ml.head.Expression.nearness;

/// Sine and angle of a nearness that is a cosine, with finite slopes at ±1.
final class Angles {
    // float32 knows 1 - cos² near 1 to about 1e-7; below this the sine's slope would be made of rounding.
    private static final double LEAST_SQUARED_SINE = 1e-6;

    private Angles() {}

    /// At least 0.001.
    static Expression sine() {
        Expression squared = nearness().times(nearness()).times(-1).plus(1);
        return new Expression.Root(squared, LEAST_SQUARED_SINE);
    }

    /// θ in radians, in [0.001, π − 0.001].
    static Expression angle() {
        return new Expression.Angle(sine(), nearness());
    }
}
