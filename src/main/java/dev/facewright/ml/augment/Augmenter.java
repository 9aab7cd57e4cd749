package dev.facewright.ml.augment;

import java.util.List;
import java.util.SplittableRandom;

/// Runs steps one after another. Used by one thread at a time.
public final class Augmenter {
    private final List<AugmentationStep> steps;
    private final byte[] scratch = new byte[Pixels.BYTES];

    /// @param steps  in the order in which they change a crop
    /// @throws IllegalArgumentException if a field of one is out of its range
    public Augmenter(List<AugmentationStep> steps) {
        this.steps = List.copyOf(steps);
        for (AugmentationStep step : steps) {
            if (!step.problems().isEmpty()) {
                throw new IllegalArgumentException("Augmentation is out of range: " + step + ", " + step.problems());
            }
        }
    }

    /// The same crop and random numbers give the same bytes. Each step has numbers of its own: changing one step
    /// does not change what the others do.
    ///
    /// @param crop  uint8 `[112, 112, 3]`, RGB, changed in place
    public void apply(byte[] crop, SplittableRandom random) {
        for (AugmentationStep step : steps) {
            SplittableRandom own = random.split();
            if (!step.idle() && own.nextDouble() < step.probability()) {
                step.apply(crop, scratch, own);
            }
        }
    }
}
