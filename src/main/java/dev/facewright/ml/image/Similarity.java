package dev.facewright.ml.image;

/// A plane transform of rotation, uniform scale and shift: `x' = a·x − b·y + dx`, `y' = b·x + a·y + dy`.
public record Similarity(double a, double b, double dx, double dy) {
    private static final double SMALLEST_SPREAD = 1e-6;

    /// The transform with the least squared distance from `source` to `target`, without reflection.
    /// Umeyama, *Least-squares estimation of transformation parameters between two point patterns*, 1991,
    /// eq. 40-43; in the plane its singular value decomposition has this closed form.
    ///
    /// @param source  x, y pairs, at least two different points
    /// @param target  as many pairs
    /// @throws IllegalArgumentException if the counts differ or all source points lie in one place
    public static Similarity between(float[] source, float[] target) {
        if (source.length != target.length || source.length < 4 || source.length % 2 != 0) {
            throw new IllegalArgumentException("Need the same number of x, y pairs on both sides, at least two");
        }
        double[] from = centre(source);
        double[] to = centre(target);
        double dot = 0;
        double cross = 0;
        double spread = 0;
        for (int i = 0; i < source.length; i += 2) {
            double x = source[i] - from[0];
            double y = source[i + 1] - from[1];
            double u = target[i] - to[0];
            double v = target[i + 1] - to[1];
            dot += x * u + y * v;
            cross += x * v - y * u;
            spread += x * x + y * y;
        }
        if (!(spread > SMALLEST_SPREAD)) {
            throw new IllegalArgumentException("The points lie in one place, so no transform can be found");
        }
        double a = dot / spread;
        double b = cross / spread;
        return new Similarity(a, b, to[0] - a * from[0] + b * from[1], to[1] - b * from[0] - a * from[1]);
    }

    /// Pixels of the target for each pixel of the source.
    public double scale() {
        return Math.hypot(a, b);
    }

    /// All x, y pairs moved by this transform.
    public float[] apply(float[] xy) {
        float[] moved = new float[xy.length];
        for (int i = 0; i < xy.length; i += 2) {
            moved[i] = (float) (a * xy[i] - b * xy[i + 1] + dx);
            moved[i + 1] = (float) (b * xy[i] + a * xy[i + 1] + dy);
        }
        return moved;
    }

    private static double[] centre(float[] xy) {
        double x = 0;
        double y = 0;
        for (int i = 0; i < xy.length; i += 2) {
            x += xy[i];
            y += xy[i + 1];
        }
        return new double[] {2 * x / xy.length, 2 * y / xy.length};
    }
}
