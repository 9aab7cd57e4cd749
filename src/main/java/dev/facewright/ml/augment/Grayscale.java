package dev.facewright.ml.augment;

import java.util.List;
import java.util.random.RandomGenerator;

/// Takes the colour away: each pixel keeps its luma.
///
/// @param probability  in [0, 1]
public record Grayscale(double probability) implements AugmentationStep {
    /// Off; ready to be switched on by its probability.
    public static final Grayscale NEVER = new Grayscale(0);

    @Override
    public List<FieldProblem> problems() {
        return new Ranges().probability(probability).problems();
    }

    @Override
    public void apply(byte[] crop, byte[] scratch, RandomGenerator random) {
        for (int i = 0; i < Pixels.BYTES; i += Pixels.CHANNELS) {
            byte grey = Pixels.rounded(Pixels.luma(crop, i));
            crop[i] = grey;
            crop[i + 1] = grey;
            crop[i + 2] = grey;
        }
    }
}
