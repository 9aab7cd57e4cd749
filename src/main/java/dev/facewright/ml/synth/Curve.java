package dev.facewright.ml.synth;

/// The few curves from which everything is drawn. Only arithmetic and square roots, which are the same on every
/// machine.
final class Curve {
    private Curve() {}

    /// 0 below `from`, 1 above `to`, smooth between; `from` may be the larger one.
    static double step(double from, double to, double x) {
        double t = Math.clamp((x - from) / (to - from), 0, 1);
        return t * t * (3 - 2 * t);
    }

    /// 1 at the middle, 0 from distance 1 on, smooth at both.
    ///
    /// @param squared  square of the distance
    static double bump(double squared) {
        double left = 1 - squared;
        return left > 0 ? left * left : 0;
    }

    static double mix(double first, double second, double share) {
        return first + (second - first) * share;
    }

    static double square(double x) {
        return x * x;
    }

    /// Smooth through all knots, flat at each (cubic Hermite with zero slope scaled by the neighbours' trend).
    ///
    /// @param at  ascending places
    static double through(double[] at, double[] values, double x) {
        int last = at.length - 1;
        if (x <= at[0]) {
            return values[0];
        }
        if (x >= at[last]) {
            return values[last];
        }
        int i = 0;
        while (x > at[i + 1]) {
            i++;
        }
        double width = at[i + 1] - at[i];
        double t = (x - at[i]) / width;
        double u = 1 - t;
        return values[i] * u * u * (1 + 2 * t)
                + values[i + 1] * t * t * (3 - 2 * t)
                + width * t * u * (slope(at, values, i) * u - slope(at, values, i + 1) * t);
    }

    private static double slope(double[] at, double[] values, int i) {
        int before = Math.max(i - 1, 0);
        int after = Math.min(i + 1, at.length - 1);
        return (values[after] - values[before]) / (at[after] - at[before]);
    }
}
