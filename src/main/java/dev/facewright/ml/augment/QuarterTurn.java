package dev.facewright.ml.augment;

import java.util.List;
import java.util.random.RandomGenerator;

/// A turn by 90, 180 or 270 degrees, each as likely. No pixel is mixed.
///
/// @param probability  in [0, 1]
public record QuarterTurn(double probability) implements AugmentationStep {
    /// Off; ready to be switched on by its probability.
    public static final QuarterTurn NEVER = new QuarterTurn(0);

    @Override
    public List<FieldProblem> problems() {
        return new Ranges().probability(probability).problems();
    }

    @Override
    public void apply(byte[] crop, byte[] scratch, RandomGenerator random) {
        int turns = 1 + random.nextInt(3);
        System.arraycopy(crop, 0, scratch, 0, Pixels.BYTES);
        int last = Pixels.SIDE - 1;
        for (int y = 0; y < Pixels.SIDE; y++) {
            for (int x = 0; x < Pixels.SIDE; x++) {
                int from = switch (turns) {
                    case 1 -> Pixels.place(y, last - x);
                    case 2 -> Pixels.place(last - x, last - y);
                    default -> Pixels.place(last - y, x);
                };
                System.arraycopy(scratch, from, crop, Pixels.place(x, y), Pixels.CHANNELS);
            }
        }
    }
}
