package dev.facewright.ml.image;

import java.util.Arrays;

/// Five points of one face in pixels: the subject's right eye (left in the image), left eye, nose tip, right
/// mouth corner, left mouth corner.
///
/// @param xy  ten finite values, x before y, point after point
public record Landmarks5(float[] xy) {
    private static final int VALUES = 10;

    public Landmarks5 {
        xy = xy.clone();
        if (xy.length != VALUES) {
            throw new IllegalArgumentException("Five landmarks are ten numbers, not " + xy.length);
        }
        for (float value : xy) {
            if (!Float.isFinite(value)) {
                throw new IllegalArgumentException("Landmarks must be finite numbers");
            }
        }
    }

    public static Landmarks5 of(float... xy) {
        return new Landmarks5(xy);
    }

    @Override
    public float[] xy() {
        return xy.clone();
    }

    public float x(int point) {
        return xy[2 * point];
    }

    public float y(int point) {
        return xy[2 * point + 1];
    }

    /// The same points after `x * scale + dx`, `y * scale + dy`.
    public Landmarks5 transformed(float scale, float dx, float dy) {
        float[] moved = xy.clone();
        for (int i = 0; i < VALUES; i++) {
            moved[i] = moved[i] * scale + (i % 2 == 0 ? dx : dy);
        }
        return new Landmarks5(moved);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Landmarks5 that && Arrays.equals(xy, that.xy);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(xy);
    }

    @Override
    public String toString() {
        return "Landmarks5" + Arrays.toString(xy);
    }
}
