package dev.facewright.ml.synth;

/// Depth of the whole face from the front, bare head and relief together, tabulated once for a picture.
final class FaceSurface {
    private static final double STEP = 1.0 / 64;
    private static final int COLUMNS = 129;
    private static final int ROWS = 153;
    private static final double LEFT = -1;
    private static final double BOTTOM = -1.28;

    private final float[] depths = new float[ROWS * COLUMNS];

    FaceSurface(FaceLayout face) {
        Relief relief = new Relief(face);
        for (int row = 0; row < ROWS; row++) {
            double y = BOTTOM + row * STEP;
            for (int column = 0; column <= COLUMNS / 2; column++) {
                double x = LEFT + column * STEP;
                float depth = (float) (face.profile.depth(x, y) + relief.at(x, y));
                depths[row * COLUMNS + column] = depth;
                depths[row * COLUMNS + COLUMNS - 1 - column] = depth;
            }
        }
    }

    double depth(double x, double y) {
        double column = Math.clamp((x - LEFT) / STEP, 0, COLUMNS - 1.001);
        double row = Math.clamp((y - BOTTOM) / STEP, 0, ROWS - 1.001);
        int left = (int) column;
        int low = (int) row;
        double across = column - left;
        double up = row - low;
        int place = low * COLUMNS + left;
        double lower = depths[place] + (depths[place + 1] - depths[place]) * across;
        double upper = depths[place + COLUMNS] + (depths[place + COLUMNS + 1] - depths[place + COLUMNS]) * across;
        return lower + (upper - lower) * up;
    }

    Vector point(double x, double y) {
        return new Vector(x, y, depth(x, y));
    }

    Vector normal(double x, double y) {
        double dx = depth(x + STEP, y) - depth(x - STEP, y);
        double dy = depth(x, y + STEP) - depth(x, y - STEP);
        return new Vector(-dx, -dy, 2 * STEP).unit();
    }

    /// How much of the lamp reaches this place past nose, brows and lips, in [0, 1].
    ///
    /// @param light  towards the lamp, in the head's own directions
    double lit(double x, double y, Vector light) {
        double here = depth(x, y) + 0.012;
        double shade = 0;
        for (int i = 1; i <= 7; i++) {
            double way = 0.05 * i;
            double rise = here + light.z() * way;
            double over = depth(x + light.x() * way, y + light.y() * way) - rise;
            shade = Math.max(shade, over / (0.02 + 0.12 * way));
        }
        return 1 - Math.min(1, shade);
    }
}
