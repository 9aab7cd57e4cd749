package dev.facewright.ml.synth;

import dev.facewright.ml.synth.SyntheticIdentity.HeadShape;

/// The bare head without features: at each height its half width and its depth to the front and to the back.
final class HeadProfile {
    private static final double TOP = 1;
    private static final double DOME = 0.3;
    private static final double CHIN_STARTS = -0.62;

    private final double chin;
    private final double[] heights;
    private final double[] widths;
    private final double[] fronts;

    /// @param jawDrop  how much the open mouth lowers the chin
    HeadProfile(HeadShape shape, double jawDrop) {
        chin = -0.98 - shape.chinLength() - jawDrop;
        heights = new double[] {chin, -0.84 - jawDrop, -0.56 - jawDrop / 2, -0.1, DOME};
        double lower = Curve.mix(shape.chinWidth(), shape.jawWidth(), 0.45);
        widths = new double[] {shape.chinWidth(), lower, shape.jawWidth(), shape.cheekWidth(), shape.templeWidth()};
        fronts = new double[] {0.70, 0.72, 0.73, 0.75, 0.78};
    }

    /// Height of the lowest point.
    double chin() {
        return chin;
    }

    double top() {
        return TOP;
    }

    double halfWidth(double y) {
        return Curve.through(heights, widths, y) * closing(y);
    }

    double front(double y) {
        return Curve.through(heights, fronts, y) * closing(y);
    }

    double back(double y) {
        double nape = Curve.mix(0.45, 0.86, Curve.step(-0.75, 0.1, y));
        return nape * closing(y);
    }

    /// Depth of the front at a place of the face; 0 at its rim and beyond.
    double depth(double x, double y) {
        double width = halfWidth(y);
        double q = width < 1e-6 ? 1 : Math.min(1, Math.abs(x) / width);
        return front(y) * bend(q);
    }

    /// Flatter than an ellipse in the middle, as faces are.
    static double bend(double q) {
        return Math.sqrt(Math.max(0, 1 - q * q * (0.72 + 0.28 * q * q)));
    }

    private double closing(double y) {
        if (y > DOME) {
            double u = Math.min(1, (y - DOME) / (TOP - DOME));
            return Math.sqrt(1 - u * u * (0.9 + 0.1 * u));
        }
        double u = Math.clamp((CHIN_STARTS - y) / (CHIN_STARTS - chin), 0, 1);
        return Math.sqrt(1 - u * u * u * u);
    }
}
