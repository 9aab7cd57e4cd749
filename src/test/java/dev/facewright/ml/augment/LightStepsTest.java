package dev.facewright.ml.augment;

import static dev.facewright.ml.augment.TestCrops.after;
import static dev.facewright.ml.augment.TestCrops.hash;
import static dev.facewright.ml.augment.TestCrops.red;
import static dev.facewright.ml.augment.TestCrops.uniform;
import static dev.facewright.ml.augment.TestCrops.varied;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class LightStepsTest {
    @Test
    void brightnessIsAFactorAndStaysWithinItsRange() {
        for (int seed = 0; seed < 50; seed++) {
            byte[] crop = after(new ColourJitter(1, 0.2, 0, 0), uniform(100), seed);
            assertThat(crop[7] & 0xff).isBetween(80, 120).isEqualTo(crop[30_000] & 0xff);
        }
    }

    @Test
    void contrastSpreadsAroundTheMeanAndSaturationLeavesGreyAlone() {
        assertThat(after(new ColourJitter(1, 0, 0.5, 0.8), uniform(77), 3)).isEqualTo(uniform(77));
        byte[] halves = uniform(100);
        Arrays.fill(halves, halves.length / 2, halves.length, (byte) 200);
        for (int seed = 0; seed < 20; seed++) {
            byte[] spread = after(new ColourJitter(1, 0, 0.3, 0), halves, seed);
            int low = red(spread, 0, 0);
            assertThat(low).isBetween(85, 115);
            // The mean, 150, stays.
            assertThat(low + red(spread, 0, 111)).isBetween(299, 301);
        }
    }

    @Test
    void greyIsTheLumaOfTheColour() {
        byte[] crop = uniform(0);
        crop[0] = (byte) 200;
        crop[1] = 100;
        crop[2] = 50;
        byte[] grey = after(new Grayscale(1), crop, 1);

        // 0.299 x 200 + 0.587 x 100 + 0.114 x 50 = 124.2
        assertThat(new byte[] {grey[0], grey[1], grey[2]}).containsOnly(124);
        assertThat(after(new Grayscale(1), grey, 2)).isEqualTo(grey);
    }

    @Test
    void blurSpreadsAPointAsAGaussianWithoutLosingLight() {
        byte[] crop = uniform(0);
        crop[Pixels.place(56, 56)] = (byte) 240;
        byte[] blurred = after(new GaussianBlur(1, 1, 1), crop, 1);

        // Weights of sigma 1 cut at 3: 0.3991, 0.2420, 0.0540. 240 x 0.3991^2 = 38.2, 240 x 0.3991 x 0.2420 = 23.2
        assertThat(red(blurred, 56, 56)).isEqualTo(38);
        assertThat(red(blurred, 57, 56)).isEqualTo(23).isEqualTo(red(blurred, 56, 55));
        assertThat(red(blurred, 58, 56)).isEqualTo(5);
        assertThat(red(blurred, 60, 56)).isZero();
    }

    @Test
    void lowResolutionAveragesNeighboursAndKeepsTheMean() {
        byte[] stripes = uniform(0);
        for (int i = 0; i < 112 * 56; i++) {
            stripes[Pixels.place(2 * (i % 56), i / 56)] = (byte) 200;
        }
        // Half the side: each pair of a light and a dark column becomes one of 100.
        byte[] small = after(new LowResolution(1, 0.5), stripes, 0);
        byte[] exact = stripes.clone();
        new LowResolution(1, 0.5).apply(exact, new byte[Pixels.BYTES], new Lowest());

        assertThat(red(exact, 50, 50)).isEqualTo(100);
        assertThat(red(exact, 51, 50)).isEqualTo(100);
        assertThat(small).isNotEqualTo(stripes);
    }

    @Test
    void jpegChangesMoreTheLowerItsQualityAndSplitsIntoBlocks() {
        byte[] fine = after(new JpegCompression(1, 95, 95), varied(), 1);
        byte[] coarse = after(new JpegCompression(1, 10, 10), varied(), 1);

        assertThat(distance(fine, varied())).isBetween(0.01, 6.0);
        assertThat(distance(coarse, varied())).isGreaterThan(2 * distance(fine, varied()));
        assertThat(after(new JpegCompression(1, 10, 100), uniform(128), 9)).isEqualTo(uniform(128));
    }

    @Test
    void oneColourIsNeitherBlurredNorCoarsened() {
        for (int value : new int[] {0, 1, 128, 254, 255}) {
            assertThat(after(new GaussianBlur(1, 0.1, 5), uniform(value), value))
                    .isEqualTo(uniform(value));
            assertThat(after(new LowResolution(1, 0.1), uniform(value), value)).isEqualTo(uniform(value));
        }
    }

    @Test
    void noStrengthIsNoChange() {
        assertThat(after(new ColourJitter(1, 0, 0, 0), varied(), 3)).isEqualTo(varied());
        assertThat(new ColourJitter(1, 0, 0, 0).idle()).isTrue();
        assertThat(after(new LowResolution(1, 1), varied(), 3)).isEqualTo(varied());
        assertThat(new LowResolution(1, 1).idle()).isTrue();
    }

    @Test
    void theBytesOfOneSeedAreTheSameEverywhere() {
        assertThat(hash(after(new ColourJitter(1, 0.2, 0.15, 0.2), varied(), 5)))
                .isEqualTo("73a7d3a9d089a9a8");
        assertThat(hash(after(new Grayscale(1), varied(), 5))).isEqualTo("dae80d4863c337f9");
        assertThat(hash(after(new GaussianBlur(1, 0.5, 2), varied(), 5))).isEqualTo("d725572b52775e63");
        assertThat(hash(after(new LowResolution(1, 0.3), varied(), 5))).isEqualTo("c2b6b7e9f06d2599");
        assertThat(hash(after(new JpegCompression(1, 30, 90), varied(), 5))).isEqualTo("214f30e1e6536e89");
    }

    private static double distance(byte[] one, byte[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += Math.abs((one[i] & 0xff) - (other[i] & 0xff));
        }
        return sum / one.length;
    }

    /// Always the lower end of a range.
    private static final class Lowest implements RandomGenerator {
        @Override
        public long nextLong() {
            return 0;
        }
    }
}
