package dev.facewright.ml.augment;

import java.util.List;
import java.util.random.RandomGenerator;

/// One way to change a crop. Steps hold no state: any thread may use them, in any order.
public sealed interface AugmentationStep
        permits Affine,
                CoarseDropout,
                ColourJitter,
                Cutout,
                GaussianBlur,
                Grayscale,
                JpegCompression,
                LowResolution,
                Mirror,
                QuarterTurn,
                RandomResizedCrop,
                Worn {

    /// Share of the crops that are changed, in [0, 1].
    double probability();

    /// What is wrong with it, by the names of its components; empty when nothing is.
    List<FieldProblem> problems();

    /// Changes a crop, whatever the probability: who calls has already drawn. Amounts are drawn evenly from their
    /// ranges.
    ///
    /// @param crop  uint8 `[112, 112, 3]`, RGB, changed in place
    /// @param scratch  of the same size; its content is lost
    void apply(byte[] crop, byte[] scratch, RandomGenerator random);

    /// Whether no crop could be changed by it.
    default boolean idle() {
        return probability() == 0;
    }
}
