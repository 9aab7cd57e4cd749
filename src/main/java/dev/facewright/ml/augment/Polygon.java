package dev.facewright.ml.augment;

import java.util.Arrays;

/// Fills closed outlines with smooth edges: each row of pixels is cut at four lines, along which the share of
/// each pixel that lies inside is exact.
final class Polygon {
    private static final int LINES = 4;

    private Polygon() {}

    /// @param corners  in pixels, x before y, pixel centres at whole numbers; the last is joined to the first
    /// @param opacity  in [0, 1]
    static void fill(byte[] crop, double[] corners, int rgb, double opacity) {
        double[] inside = new double[Pixels.SIDE];
        for (int y = 0; y < Pixels.SIDE; y++) {
            Arrays.fill(inside, 0);
            for (int line = 0; line < LINES; line++) {
                addLine(inside, corners, y - 0.5 + (line + 0.5) / LINES);
            }
            for (int x = 0; x < Pixels.SIDE; x++) {
                if (inside[x] > 0) {
                    Pixels.cover(crop, Pixels.place(x, y), rgb, opacity * Math.min(1, inside[x] / LINES));
                }
            }
        }
    }

    /// What lies between the first and the second crossing is inside, and so on.
    private static void addLine(double[] inside, double[] corners, double y) {
        double[] crossings = new double[corners.length / 2];
        int count = 0;
        for (int i = 0, j = corners.length - 2; i < corners.length; j = i, i += 2) {
            if (corners[i + 1] > y != corners[j + 1] > y) {
                double along = (y - corners[i + 1]) / (corners[j + 1] - corners[i + 1]);
                crossings[count++] = corners[i] + along * (corners[j] - corners[i]);
            }
        }
        Arrays.sort(crossings, 0, count);
        for (int i = 0; i + 1 < count; i += 2) {
            addSpan(inside, crossings[i], crossings[i + 1]);
        }
    }

    private static void addSpan(double[] inside, double from, double to) {
        int first = (int) Math.max(0, Math.floor(from + 0.5));
        int last = (int) Math.min(Pixels.SIDE - 1.0, Math.floor(to + 0.5));
        for (int x = first; x <= last; x++) {
            inside[x] += Math.max(0, Math.min(x + 0.5, to) - Math.max(x - 0.5, from));
        }
    }
}
