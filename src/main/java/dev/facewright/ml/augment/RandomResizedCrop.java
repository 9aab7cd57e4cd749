package dev.facewright.ml.augment;

import java.util.List;
import java.util.random.RandomGenerator;

/// A part of the crop, drawn up to its full size. Szegedy et al., *Going deeper with convolutions*, CVPR 2015,
/// section 6, <https://arxiv.org/abs/1409.4842>; the strongest of SimCLR's augmentations.
///
/// The part's width is 3/4 to 4/3 of its height, as in the paper.
///
/// @param probability  in [0, 1]
/// @param leastArea  share of the area that is kept at least, in [0.05, 1]; 1 changes nothing but the aspect
public record RandomResizedCrop(double probability, double leastArea) implements AugmentationStep {
    private static final double WIDEST = 4.0 / 3;

    /// Off; ready to be switched on by its probability.
    public static final RandomResizedCrop NEVER = new RandomResizedCrop(0, 0.6);

    @Override
    public List<FieldProblem> problems() {
        return new Ranges()
                .probability(probability)
                .share("leastArea", leastArea, 0.05, 1, "a share of the area")
                .problems();
    }

    @Override
    public void apply(byte[] crop, byte[] scratch, RandomGenerator random) {
        double area = Pixels.between(random, leastArea, 1);
        double stretch = StrictMath.sqrt(StrictMath.exp(Pixels.either(random, StrictMath.log(WIDEST))));
        double root = StrictMath.sqrt(area);
        double width = Math.min(1, root * stretch);
        double height = Math.min(1, root / stretch);
        double left = random.nextDouble() * (1 - width) * Pixels.SIDE;
        double top = random.nextDouble() * (1 - height) * Pixels.SIDE;
        // Pixel centres lie at halves.
        double x0 = left + (width - 1) / 2;
        double y0 = top + (height - 1) / 2;
        Pixels.resample(crop, scratch, width, 0, x0, 0, height, y0);
    }
}
