package dev.facewright.ml.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AugmenterTest {
    private final Augmenter augmenter = new Augmenter();

    @Test
    void noAugmentationLeavesTheCropAlone() {
        assertThat(augmented(Augmentation.NONE, 1)).isEqualTo(Crops.varied());
    }

    @Test
    void aFlippedCropIsTheMirrorImageAndHalfOfAllCropsAreFlipped() {
        Augmentation flip = new Augmentation(true, 0, 0, 0, 0, 0, 0, 0);
        byte[] plain = Crops.varied();
        int flipped = 0;
        for (int seed = 0; seed < 200; seed++) {
            byte[] crop = augmented(flip, seed);
            boolean mirrored = crop[(5 * 112 + 3) * 3 + 1] == plain[(5 * 112 + 108) * 3 + 1];
            assertThat(mirrored || crop[(5 * 112 + 3) * 3 + 1] == plain[(5 * 112 + 3) * 3 + 1])
                    .isTrue();
            flipped += mirrored ? 1 : 0;
        }
        assertThat(flipped).isBetween(75, 125);
    }

    @Test
    void brightnessIsAFactorAndStaysWithinItsRange() {
        for (int seed = 0; seed < 50; seed++) {
            byte[] crop = uniform(100);
            augmenter.apply(crop, new Augmentation(false, 0.2, 0, 0, 0, 0, 0, 0), new SplittableRandom(seed));
            assertThat(crop[7] & 0xff).isBetween(80, 120).isEqualTo(crop[30_000] & 0xff);
        }
    }

    @Test
    void contrastSpreadsAroundTheMeanAndSaturationLeavesGreyAlone() {
        byte[] crop = uniform(77);
        augmenter.apply(crop, new Augmentation(false, 0, 0.5, 0.8, 0, 0, 0, 0), new SplittableRandom(3));

        assertThat(crop).isEqualTo(uniform(77));
    }

    @Test
    void aShiftMovesEveryPixelByTheSameAmount() {
        byte[] crop = uniform(10);
        for (int y = 40; y < 60; y++) {
            for (int x = 40; x < 60; x++) {
                crop[(y * 112 + x) * 3] = (byte) 210;
            }
        }
        augmenter.apply(crop, new Augmentation(false, 0, 0, 0, 0, 0, 0.2, 0), new SplittableRandom(11));

        assertThat(mass(crop)).isBetween(mass(uniform(10)) + 200L * 390, mass(uniform(10)) + 200L * 410);
        assertThat(crop[(41 * 112 + 41) * 3] & 0xff).isNotEqualTo(crop[(58 * 112 + 58) * 3] & 0xff);
    }

    @Test
    void turningKeepsTheCentreAndMovesTheRim() {
        byte[] plain = Crops.varied();
        byte[] turned = augmented(new Augmentation(false, 0, 0, 0, 30, 0, 0, 0), 4);
        int centre = (56 * 112 + 56) * 3;
        int rim = (56 * 112 + 4) * 3;

        assertThat(Math.abs((turned[centre] & 0xff) - (plain[centre] & 0xff))).isLessThanOrEqualTo(3);
        assertThat(turned[rim]).isNotEqualTo(plain[rim]);
    }

    @Test
    void blurSpreadsAPointWithoutLosingLight() {
        byte[] crop = uniform(0);
        crop[(56 * 112 + 56) * 3] = (byte) 240;
        augmenter.apply(crop, new Augmentation(false, 0, 0, 0, 0, 0, 0, 1), new SplittableRandom(1));

        assertThat(crop[(56 * 112 + 56) * 3] & 0xff).isEqualTo(34);
        assertThat(crop[(56 * 112 + 57) * 3] & 0xff).isEqualTo(23);
        assertThat(mass(crop)).isBetween(225L, 255L);
    }

    @Test
    void theSameSeedGivesTheSameBytesWhateverWasAugmentedBefore() {
        byte[] first = augmented(Augmentation.defaults(), 42);
        augmented(Augmentation.defaults(), 43);

        assertThat(augmented(Augmentation.defaults(), 42)).isEqualTo(first).isNotEqualTo(Crops.varied());
    }

    @Test
    void everyFieldOutOfRangeIsNamed() {
        Augmentation wrong = new Augmentation(true, 2, -1, Double.NaN, 90, 3, 5, 1.5);

        assertThat(wrong.problems())
                .extracting(Augmentation.Problem::field)
                .containsExactly(
                        "brightness",
                        "contrast",
                        "saturation",
                        "rotationDegrees",
                        "scale",
                        "translation",
                        "blurProbability");
        assertThat(Augmentation.defaults().problems()).isEmpty();
    }

    private byte[] augmented(Augmentation augmentation, long seed) {
        byte[] crop = Crops.varied();
        augmenter.apply(crop, augmentation, new SplittableRandom(seed));
        return crop;
    }

    private static byte[] uniform(int value) {
        byte[] crop = new byte[CropSource.CROP_BYTES];
        Arrays.fill(crop, (byte) value);
        return crop;
    }

    private static long mass(byte[] crop) {
        long sum = 0;
        for (int i = 0; i < crop.length; i += 3) {
            sum += crop[i] & 0xff;
        }
        return sum;
    }
}
