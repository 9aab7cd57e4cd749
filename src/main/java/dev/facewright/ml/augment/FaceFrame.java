package dev.facewright.ml.augment;

import dev.facewright.ml.image.FaceAligner;
import dev.facewright.ml.image.Landmarks5;

/// A face's own coordinates: the origin is between the eyes, `(1, 0)` reaches to the eye on the right of the
/// image, `(0, 1)` to the middle of the mouth. What is drawn in them fits the face however it lies in the image.
///
/// @param x  origin, in pixels
/// @param y  origin, in pixels
record FaceFrame(double x, double y, double acrossX, double acrossY, double downX, double downY) {
    /// In an aligned crop, where the landmarks are always the template's.
    static final FaceFrame ALIGNED = of(FaceAligner.TEMPLATE);

    static FaceFrame of(Landmarks5 points) {
        double x = (points.x(0) + points.x(1)) / 2;
        double y = (points.y(0) + points.y(1)) / 2;
        return new FaceFrame(
                x,
                y,
                points.x(1) - x,
                points.y(1) - y,
                (points.x(3) + points.x(4)) / 2 - x,
                (points.y(3) + points.y(4)) / 2 - y);
    }

    /// Corners in pixels, x before y.
    ///
    /// @param corners  in the face's coordinates, across before down
    double[] pixels(double... corners) {
        double[] pixels = new double[corners.length];
        for (int i = 0; i < corners.length; i += 2) {
            pixels[i] = x + corners[i] * acrossX + corners[i + 1] * downX;
            pixels[i + 1] = y + corners[i] * acrossY + corners[i + 1] * downY;
        }
        return pixels;
    }
}
