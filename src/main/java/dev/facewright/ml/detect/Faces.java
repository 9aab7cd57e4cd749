package dev.facewright.ml.detect;

import dev.facewright.ml.image.Landmarks5;
import dev.facewright.ml.image.RgbImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The faces on one picture, each of them once.
///
/// @param all  most confident first
public record Faces(List<DetectedFace> all) {
    /// A face cannot lie in another's: where four fifths of a box do, one face was seen twice.
    private static final double SEEN_TWICE = 0.8;

    /// How far a face reaches beyond its box, which ends at the forehead and the ears: head and hair are covered too.
    private static final double REACH = 1.4;

    private static final int COVER = 128;

    public Faces {
        all = once(all);
    }

    private static List<DetectedFace> once(List<DetectedFace> found) {
        List<DetectedFace> kept = new ArrayList<>();
        for (DetectedFace face : found) {
            if (kept.stream().noneMatch(other -> shared(face, other) > SEEN_TWICE)) {
                kept.add(face);
            }
        }
        return List.copyOf(kept);
    }

    public int count() {
        return all.size();
    }

    /// Those that count, the others being too small or too doubtful.
    ///
    /// @param leastScore  in [0, 1]
    /// @param leastSide  of the box, in pixels
    public Faces counted(double leastScore, double leastSide) {
        return new Faces(all.stream()
                .filter(face -> face.score() >= leastScore && Math.max(face.width(), face.height()) >= leastSide)
                .toList());
    }

    /// As one reads a row of people.
    public List<DetectedFace> leftToRight() {
        return all.stream()
                .sorted(Comparator.comparingDouble(face -> face.x() + face.width() / 2))
                .toList();
    }

    /// Those that are not the face with these points: all of them, if none of them is.
    public List<DetectedFace> besides(Landmarks5 points) {
        double x = (points.x(0) + points.x(1) + points.x(3) + points.x(4)) / 4;
        double y = (points.y(0) + points.y(1) + points.y(3) + points.y(4)) / 4;
        return all.stream().filter(face -> distance(face, x, y) > 1).toList();
    }

    /// A copy on which every face but one is painted over in grey, and nothing of that one: each pixel in reach of
    /// several belongs to the one whose middle is nearest, in units of its box.
    public RgbImage coveredBesides(RgbImage image, DetectedFace own) {
        byte[] pixels = image.pixels().clone();
        for (DetectedFace other : all) {
            if (!other.equals(own)) {
                cover(pixels, image, other, own);
            }
        }
        return new RgbImage(image.width(), image.height(), pixels);
    }

    private static void cover(byte[] pixels, RgbImage image, DetectedFace other, DetectedFace own) {
        int left = (int) Math.max(0, Math.floor(middleX(other) - other.width() / 2 * REACH));
        int top = (int) Math.max(0, Math.floor(middleY(other) - other.height() / 2 * REACH));
        double right = Math.min(image.width(), middleX(other) + other.width() / 2 * REACH);
        double bottom = Math.min(image.height(), middleY(other) + other.height() / 2 * REACH);
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                if (distance(other, x, y) <= distance(own, x, y)) {
                    int at = (y * image.width() + x) * 3;
                    pixels[at] = pixels[at + 1] = pixels[at + 2] = (byte) COVER;
                }
            }
        }
    }

    /// 0 in the middle of the face, 1 at the edge of its box.
    private static double distance(DetectedFace face, double x, double y) {
        return Math.max(
                Math.abs(x - middleX(face)) / (face.width() / 2), Math.abs(y - middleY(face)) / (face.height() / 2));
    }

    private static double middleX(DetectedFace face) {
        return face.x() + face.width() / 2;
    }

    private static double middleY(DetectedFace face) {
        return face.y() + face.height() / 2;
    }

    /// The part of the smaller box that lies in the other, in [0, 1].
    private static double shared(DetectedFace one, DetectedFace other) {
        double across = Math.min(one.x() + one.width(), other.x() + other.width()) - Math.max(one.x(), other.x());
        double down = Math.min(one.y() + one.height(), other.y() + other.height()) - Math.max(one.y(), other.y());
        return across <= 0 || down <= 0 ? 0 : across * down / Math.min(one.area(), other.area());
    }
}
