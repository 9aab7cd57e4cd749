package dev.facewright.ml.augment;

import java.util.List;
import java.util.random.RandomGenerator;

/// Turns around the centre, changes the size and shifts, in one pass, so that pixels are mixed only once.
///
/// @param probability  in [0, 1]
/// @param rotationDegrees  turn in [-r, r]; r in [0, 45]
/// @param scale  size factor in [1 - s, 1 + s]; s in [0, 0.5]
/// @param translation  shift as a share of the side, in [-t, t] both ways; t in [0, 0.5]
public record Affine(double probability, double rotationDegrees, double scale, double translation)
        implements AugmentationStep {
    @Override
    public List<FieldProblem> problems() {
        return new Ranges()
                .probability(probability)
                .between("rotationDegrees", rotationDegrees, 0, 45, "degrees to either side")
                .share("scale", scale, 0, 0.5, "a share of the size to either side")
                .shareOfSide("translation", translation, 0, 0.5, "a share of the side")
                .problems();
    }

    @Override
    public boolean idle() {
        return probability == 0 || (rotationDegrees == 0 && scale == 0 && translation == 0);
    }

    @Override
    public void apply(byte[] crop, byte[] scratch, RandomGenerator random) {
        double angle = StrictMath.toRadians(Pixels.either(random, rotationDegrees));
        double shrink = 1 / (1 + Pixels.either(random, scale));
        double dx = Pixels.either(random, translation) * Pixels.SIDE;
        double dy = Pixels.either(random, translation) * Pixels.SIDE;
        double cos = StrictMath.cos(angle) * shrink;
        double sin = StrictMath.sin(angle) * shrink;
        double centre = (Pixels.SIDE - 1) / 2.0;
        double u = -centre - dx;
        double v = -centre - dy;
        Pixels.resample(crop, scratch, cos, sin, centre + cos * u + sin * v, -sin, cos, centre - sin * u + cos * v);
    }
}
