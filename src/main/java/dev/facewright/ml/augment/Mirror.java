package dev.facewright.ml.augment;

import java.util.List;
import java.util.random.RandomGenerator;

/// Left becomes right.
///
/// @param probability  in [0, 1]; 0.5 shows both sides equally often
public record Mirror(double probability) implements AugmentationStep {
    @Override
    public List<FieldProblem> problems() {
        return new Ranges().probability(probability).problems();
    }

    @Override
    public void apply(byte[] crop, byte[] scratch, RandomGenerator random) {
        for (int y = 0; y < Pixels.SIDE; y++) {
            for (int x = 0; x < Pixels.SIDE / 2; x++) {
                swap(crop, Pixels.place(x, y), Pixels.place(Pixels.SIDE - 1 - x, y));
            }
        }
    }

    private static void swap(byte[] crop, int left, int right) {
        for (int channel = 0; channel < Pixels.CHANNELS; channel++) {
            byte kept = crop[left + channel];
            crop[left + channel] = crop[right + channel];
            crop[right + channel] = kept;
        }
    }
}
