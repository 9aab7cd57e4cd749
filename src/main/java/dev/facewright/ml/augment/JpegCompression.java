package dev.facewright.ml.augment;

import dev.facewright.ml.image.JpegRoundTrip;
import java.util.List;
import java.util.random.RandomGenerator;

/// Blocks and ringing of a camera or a messenger: written as JPEG and read again.
///
/// @param probability  in [0, 1]
/// @param leastQuality  in [1, 100]; below 10 little of a face is left
/// @param mostQuality  in [leastQuality, 100]
public record JpegCompression(double probability, int leastQuality, int mostQuality) implements AugmentationStep {
    /// Off; ready to be switched on by its probability.
    public static final JpegCompression NEVER = new JpegCompression(0, 40, 95);

    private static final String UNIT = "a JPEG quality, not a share; 40 is poor, 95 is nearly perfect";

    @Override
    public List<FieldProblem> problems() {
        return new Ranges()
                .probability(probability)
                .between("leastQuality", leastQuality, 1, 100, UNIT)
                .between("mostQuality", mostQuality, 1, 100, UNIT)
                .ordered("leastQuality", leastQuality, "mostQuality", mostQuality)
                .problems();
    }

    @Override
    public void apply(byte[] crop, byte[] scratch, RandomGenerator random) {
        JpegRoundTrip.apply(crop, Pixels.SIDE, random.nextInt(leastQuality, mostQuality + 1));
    }
}
