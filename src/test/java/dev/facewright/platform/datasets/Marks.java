package dev.facewright.platform.datasets;

import dev.facewright.ml.detect.DetectedFace;
import dev.facewright.ml.detect.FaceDetector;
import dev.facewright.ml.image.FaceAligner;
import dev.facewright.ml.image.ImageEncoder;
import dev.facewright.ml.image.RgbImage;
import java.util.ArrayList;
import java.util.List;

/// Pictures of nobody whose faces are squares of one strong colour each, and a detector that sees just those: a real
/// one needs a model that is not shipped.
public class Marks implements FaceDetector {
    public static final int SIDE = 40;
    private static final int[][] COLOURS = {{250, 0, 0}, {0, 250, 0}, {0, 0, 250}};

    /// So many faces in a row on a noisy ground, red, green and blue from the left.
    ///
    /// @param places  which of the colours stand in the row
    public static RgbImage row(long seed, int... places) {
        RgbImage image = Pictures.noise(seed, 80 * Math.max(2, places.length), 120);
        for (int i = 0; i < places.length; i++) {
            paint(image, 20 + 80 * i, 40, COLOURS[places[i]]);
        }
        return image;
    }

    public static byte[] png(long seed, int... places) {
        return ImageEncoder.png(row(seed, places));
    }

    /// How many pixels have exactly that colour.
    public static int pixels(RgbImage image, int colour) {
        int found = 0;
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                found += is(image, x, y, COLOURS[colour]) ? 1 : 0;
            }
        }
        return found;
    }

    @Override
    public List<DetectedFace> detect(RgbImage image) {
        List<DetectedFace> faces = new ArrayList<>();
        for (int[] colour : COLOURS) {
            for (int y = 0; y < image.height(); y++) {
                for (int x = 0; x < image.width(); x++) {
                    if (is(image, x, y, colour) && !is(image, x - 1, y, colour) && !is(image, x, y - 1, colour)) {
                        faces.add(face(x, y));
                    }
                }
            }
        }
        return faces;
    }

    @Override
    public void close() {}

    private static DetectedFace face(int x, int y) {
        float scale = (float) SIDE / FaceAligner.SIDE;
        return new DetectedFace(x, y, SIDE, SIDE, 0.9f, FaceAligner.TEMPLATE.transformed(scale, x, y));
    }

    private static void paint(RgbImage image, int left, int top, int[] colour) {
        for (int y = top; y < top + SIDE; y++) {
            for (int x = left; x < left + SIDE; x++) {
                for (int channel = 0; channel < 3; channel++) {
                    image.pixels()[(y * image.width() + x) * 3 + channel] = (byte) colour[channel];
                }
            }
        }
    }

    private static boolean is(RgbImage image, int x, int y, int[] colour) {
        return x >= 0
                && y >= 0
                && image.at(x, y, 0) == colour[0]
                && image.at(x, y, 1) == colour[1]
                && image.at(x, y, 2) == colour[2];
    }
}
