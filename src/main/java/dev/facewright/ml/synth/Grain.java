package dev.facewright.ml.synth;

/// Random values tied to places: the same place and seed always give the same value.
record Grain(long seed) {
    /// Evenly spread over [0, 1).
    double at(int x, int y) {
        long z = seed + x * 0x9E3779B97F4A7C15L + y * 0xC2B2AE3D27D4EB4FL;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53;
    }

    /// Bell-shaped, mean 0, standard deviation 1.
    double bell(int x, int y) {
        double sum = at(x, y) + at(x + 7919, y) + at(x, y + 7907) + at(x + 6007, y + 6011);
        return (sum - 2) * 1.7320508075688772;
    }

    /// Varies smoothly over one unit, in [0, 1).
    double smooth(double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double across = Curve.step(0, 1, x - left);
        double down = Curve.step(0, 1, y - top);
        double upper = Curve.mix(at(left, top), at(left + 1, top), across);
        double lower = Curve.mix(at(left, top + 1), at(left + 1, top + 1), across);
        return Curve.mix(upper, lower, down);
    }
}
