package dev.facewright.ml.augment;

import java.util.List;
import java.util.random.RandomGenerator;

/// One grey square. DeVries and Taylor, *Improved Regularization of Convolutional Neural Networks with Cutout*,
/// 2017, <https://arxiv.org/abs/1708.04552>: its centre is anywhere, so part of it may lie outside.
///
/// @param probability  in [0, 1]
/// @param side  of the square, as a share of the crop's, in [0.02, 0.75]
public record Cutout(double probability, double side) implements AugmentationStep {
    /// Off; ready to be switched on by its probability.
    public static final Cutout NEVER = new Cutout(0, 0.3);

    @Override
    public List<FieldProblem> problems() {
        return new Ranges()
                .probability(probability)
                .shareOfSide("side", side, 0.02, 0.75, "a share of the side")
                .problems();
    }

    @Override
    public void apply(byte[] crop, byte[] scratch, RandomGenerator random) {
        int size = (int) Math.rint(side * Pixels.SIDE);
        int left = random.nextInt(Pixels.SIDE) - size / 2;
        int top = random.nextInt(Pixels.SIDE) - size / 2;
        Pixels.erase(crop, left, top, size, size);
    }
}
