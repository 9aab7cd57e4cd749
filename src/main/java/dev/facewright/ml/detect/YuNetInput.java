package dev.facewright.ml.detect;

import dev.facewright.ml.image.ImageScaler;
import dev.facewright.ml.image.Landmarks5;
import dev.facewright.ml.image.RgbImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/// An image as YuNet takes it, and the way back to the image's own pixels.
///
/// @param values  direct, float32 `[3, height, width]`, BGR in [0, 255]; black right of and below the image
/// @param width  a multiple of 32
/// @param height  a multiple of 32
/// @param scaleX  pixels of the tensor for each pixel of the image, across
/// @param scaleY  likewise, down
record YuNetInput(FloatBuffer values, int width, int height, float scaleX, float scaleY) {
    private static final int MULTIPLE = 32;

    static YuNetInput of(RgbImage image, int minSide, int maxSide) {
        double scale = scale(image, minSide, maxSide);
        int scaledWidth = side(image.width(), scale);
        int scaledHeight = side(image.height(), scale);
        RgbImage scaled = ImageScaler.scale(image, scaledWidth, scaledHeight);
        int width = padded(scaledWidth);
        int height = padded(scaledHeight);
        return new YuNetInput(
                planes(scaled, width, height),
                width,
                height,
                (float) scaledWidth / image.width(),
                (float) scaledHeight / image.height());
    }

    /// The same face in the pixels of the image.
    DetectedFace toImage(DetectedFace face) {
        float[] points = face.landmarks().xy();
        for (int i = 0; i < points.length; i++) {
            points[i] /= i % 2 == 0 ? scaleX : scaleY;
        }
        return new DetectedFace(
                face.x() / scaleX,
                face.y() / scaleY,
                face.width() / scaleX,
                face.height() / scaleY,
                face.score(),
                new Landmarks5(points));
    }

    /// The upper limit wins where a long, narrow image cannot keep both.
    private static double scale(RgbImage image, int minSide, int maxSide) {
        double grow = Math.max(1, (double) minSide / Math.min(image.width(), image.height()));
        double most = (double) maxSide / Math.max(image.width(), image.height());
        return Math.min(grow, most);
    }

    private static int side(int side, double scale) {
        return (int) Math.max(1, Math.round(side * scale));
    }

    private static int padded(int side) {
        return (side + MULTIPLE - 1) / MULTIPLE * MULTIPLE;
    }

    private static FloatBuffer planes(RgbImage image, int width, int height) {
        FloatBuffer values = ByteBuffer.allocateDirect(Math.multiplyExact(3 * Float.BYTES, width * height))
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        byte[] pixels = image.pixels();
        float[] row = new float[image.width()];
        for (int plane = 0; plane < 3; plane++) {
            for (int y = 0; y < image.height(); y++) {
                int place = y * image.width() * 3 + 2 - plane;
                for (int x = 0; x < row.length; x++) {
                    row[x] = pixels[place + 3 * x] & 0xff;
                }
                values.put((plane * height + y) * width, row);
            }
        }
        return values;
    }
}
