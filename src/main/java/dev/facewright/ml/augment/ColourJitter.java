package dev.facewright.ml.augment;

import java.util.List;
import java.util.random.RandomGenerator;

/// Changes saturation, brightness and contrast in one pass, so that bytes are rounded only once.
///
/// @param probability  in [0, 1]
/// @param brightness  factor in [1 - b, 1 + b]; b in [0, 0.95]
/// @param contrast  factor around the crop's mean grey, in [1 - c, 1 + c]; c in [0, 0.95]
/// @param saturation  factor around each pixel's grey, in [1 - s, 1 + s]; s in [0, 1]
public record ColourJitter(double probability, double brightness, double contrast, double saturation)
        implements AugmentationStep {
    @Override
    public List<FieldProblem> problems() {
        return new Ranges()
                .probability(probability)
                .share("brightness", brightness, 0, 0.95, "a share of the pixel value to either side")
                .share("contrast", contrast, 0, 0.95, "a share of the contrast to either side")
                .share("saturation", saturation, 0, 1, "a share of the saturation to either side")
                .problems();
    }

    @Override
    public boolean idle() {
        return probability == 0 || (brightness == 0 && contrast == 0 && saturation == 0);
    }

    @Override
    public void apply(byte[] crop, byte[] scratch, RandomGenerator random) {
        float light = (float) (1 + Pixels.either(random, brightness));
        float spread = (float) (1 + Pixels.either(random, contrast));
        float colour = (float) (1 + Pixels.either(random, saturation));
        float mean = meanGrey(crop) * light;
        for (int i = 0; i < Pixels.BYTES; i += Pixels.CHANNELS) {
            float grey = Pixels.luma(crop, i);
            for (int channel = 0; channel < Pixels.CHANNELS; channel++) {
                float value = grey + ((crop[i + channel] & 0xff) - grey) * colour;
                crop[i + channel] = Pixels.rounded(mean + (value * light - mean) * spread);
            }
        }
    }

    private static float meanGrey(byte[] crop) {
        double sum = 0;
        for (int i = 0; i < Pixels.BYTES; i += Pixels.CHANNELS) {
            sum += Pixels.luma(crop, i);
        }
        return (float) (sum / (Pixels.BYTES / Pixels.CHANNELS));
    }
}
