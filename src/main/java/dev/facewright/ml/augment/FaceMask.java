package dev.facewright.ml.augment;

import dev.facewright.ml.image.Landmarks5;
import java.util.List;
import java.util.random.RandomGenerator;

/// A face mask over nose, mouth and chin, drawn at the landmarks; in one of four colours.
///
/// Comes before whatever moves pixels: in an aligned crop the landmarks are those of the template.
///
/// @param probability  in [0, 1]
public record FaceMask(double probability) implements AugmentationStep {
    /// Off; ready to be switched on by its probability.
    public static final FaceMask NEVER = new FaceMask(0);

    private static final int[] COLOURS = {0xa9c9de, 0xe8e8e6, 0x2b2d33, 0x8f9aa3};
    private static final int SEAM = 0x808890;

    @Override
    public List<FieldProblem> problems() {
        return new Ranges().probability(probability).problems();
    }

    @Override
    public void apply(byte[] crop, byte[] scratch, RandomGenerator random) {
        draw(crop, FaceFrame.ALIGNED, random);
    }

    /// @param landmarks  in pixels of the crop
    public void apply(byte[] crop, Landmarks5 landmarks, RandomGenerator random) {
        draw(crop, FaceFrame.of(landmarks), random);
    }

    private static void draw(byte[] crop, FaceFrame face, RandomGenerator random) {
        int colour = COLOURS[random.nextInt(COLOURS.length)];
        double top = Pixels.between(random, 0.2, 0.42);
        double side = Pixels.between(random, 1.2, 1.4);
        double cheek = top + 0.22;
        Polygon.fill(
                crop,
                face.pixels(
                        0,
                        top,
                        0.35,
                        top + 0.08,
                        0.75,
                        cheek,
                        side,
                        cheek + 0.05,
                        side,
                        1.05,
                        0.85,
                        1.4,
                        0.4,
                        1.55,
                        0,
                        1.58,
                        -0.4,
                        1.55,
                        -0.85,
                        1.4,
                        -side,
                        1.05,
                        -side,
                        cheek + 0.05,
                        -0.75,
                        cheek,
                        -0.35,
                        top + 0.08),
                colour,
                0.97);
        for (double seam = 0.8; seam < 1.3; seam += 0.2) {
            Polygon.fill(
                    crop,
                    face.pixels(
                            -side,
                            seam,
                            0,
                            seam + 0.03,
                            side,
                            seam,
                            side,
                            seam + 0.02,
                            0,
                            seam + 0.05,
                            -side,
                            seam + 0.02),
                    SEAM,
                    0.5);
        }
    }
}
