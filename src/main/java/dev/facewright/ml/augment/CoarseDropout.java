package dev.facewright.ml.augment;

import java.util.List;
import java.util.random.RandomGenerator;

/// Several small grey squares, each wholly inside the crop.
///
/// @param probability  in [0, 1]
/// @param mostHoles  one to so many squares, each number as likely; in [1, 64]
/// @param side  of a square, as a share of the crop's, in [0.02, 0.5]
public record CoarseDropout(double probability, int mostHoles, double side) implements AugmentationStep {
    /// Off; ready to be switched on by its probability.
    public static final CoarseDropout NEVER = new CoarseDropout(0, 6, 0.1);

    @Override
    public List<FieldProblem> problems() {
        return new Ranges()
                .probability(probability)
                .between("mostHoles", mostHoles, 1, 64, "a number of squares")
                .shareOfSide("side", side, 0.02, 0.5, "a share of the side")
                .problems();
    }

    @Override
    public void apply(byte[] crop, byte[] scratch, RandomGenerator random) {
        int size = (int) Math.rint(side * Pixels.SIDE);
        int holes = 1 + random.nextInt(mostHoles);
        for (int i = 0; i < holes; i++) {
            int left = random.nextInt(Pixels.SIDE - size + 1);
            int top = random.nextInt(Pixels.SIDE - size + 1);
            Pixels.erase(crop, left, top, size, size);
        }
    }
}
