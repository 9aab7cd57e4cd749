package dev.facewright.ml.augment;

import static dev.facewright.ml.augment.TestCrops.after;
import static dev.facewright.ml.augment.TestCrops.hash;
import static dev.facewright.ml.augment.TestCrops.red;
import static dev.facewright.ml.augment.TestCrops.uniform;
import static dev.facewright.ml.augment.TestCrops.varied;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MovingStepsTest {
    @Test
    void mirroringTwiceIsNothingAndOnceSwapsTheSides() {
        byte[] once = after(new Mirror(1), varied(), 1);

        assertThat(red(once, 3, 5)).isEqualTo(red(varied(), 108, 5));
        assertThat(after(new Mirror(1), once, 1)).isEqualTo(varied());
    }

    @Test
    void aShiftMovesEveryPixelByTheSameAmount() {
        byte[] crop = uniform(10);
        for (int y = 40; y < 60; y++) {
            for (int x = 40; x < 60; x++) {
                crop[Pixels.place(x, y)] = (byte) 210;
            }
        }
        byte[] shifted = after(new Affine(1, 0, 0, 0.2), crop, 11);

        assertThat(redMass(shifted) - redMass(uniform(10))).isBetween(200L * 390, 200L * 410);
        assertThat(shifted).isNotEqualTo(crop);
    }

    @Test
    void turningKeepsTheCentreAndMovesTheRim() {
        byte[] turned = after(new Affine(1, 30, 0, 0), varied(), 4);

        assertThat(Math.abs(red(turned, 56, 56) - red(varied(), 56, 56))).isLessThanOrEqualTo(3);
        assertThat(red(turned, 4, 56)).isNotEqualTo(red(varied(), 4, 56));
    }

    @Test
    void aThirdOfTheCropsIsTurnedByEachQuarterAndNoPixelIsMixed() {
        byte[] crop = uniform(0);
        crop[Pixels.place(10, 20)] = (byte) 200;
        int[] seen = new int[3];
        for (int seed = 0; seed < 300; seed++) {
            byte[] turned = after(new QuarterTurn(1), crop, seed);
            // 90 degrees clockwise: (x, y) goes to (111 - y, x).
            seen[0] += red(turned, 91, 10) / 200;
            seen[1] += red(turned, 101, 91) / 200;
            seen[2] += red(turned, 20, 101) / 200;
        }

        assertThat(seen[0] + seen[1] + seen[2]).isEqualTo(300);
        assertThat(Arrays.stream(seen)).allMatch(count -> count > 70);
    }

    @Test
    void aResizedCropShowsPartOfTheFaceLarger() {
        byte[] ramp = uniform(0);
        for (int y = 0; y < 112; y++) {
            for (int x = 0; x < 112; x++) {
                ramp[Pixels.place(x, y)] = (byte) (2 * x);
            }
        }
        Set<Integer> lefts = new HashSet<>();
        for (int seed = 0; seed < 40; seed++) {
            byte[] crop = after(new RandomResizedCrop(1, 0.3), ramp, seed);
            double width = (red(crop, 100, 50) - red(crop, 10, 50)) / 180.0;
            // sqrt(0.3 * 3/4) at least; two grey levels a pixel are rounded to one.
            assertThat(width).isBetween(0.47, 1.01);
            lefts.add(red(crop, 0, 50));
        }
        assertThat(lefts).hasSizeGreaterThan(10);
    }

    @Test
    void noStrengthIsNoChange() {
        assertThat(after(new Affine(1, 0, 0, 0), varied(), 3)).isEqualTo(varied());
        assertThat(new Affine(1, 0, 0, 0).idle()).isTrue();
        assertThat(new Affine(1, 1, 0, 0).idle()).isFalse();
    }

    @Test
    void oneColourStaysOneColourHoweverItIsMoved() {
        for (int seed = 0; seed < 10; seed++) {
            assertThat(after(new Affine(1, 45, 0.5, 0.5), uniform(201), seed)).isEqualTo(uniform(201));
            assertThat(after(new RandomResizedCrop(1, 0.05), uniform(7), seed)).isEqualTo(uniform(7));
        }
    }

    @Test
    void theBytesOfOneSeedAreTheSameEverywhere() {
        assertThat(hash(after(new Affine(1, 15, 0.2, 0.1), varied(), 5))).isEqualTo("1f709c4b41e634e7");
        assertThat(hash(after(new RandomResizedCrop(1, 0.3), varied(), 5))).isEqualTo("d1e25cf09956b4d5");
        assertThat(hash(after(new QuarterTurn(1), varied(), 5))).isEqualTo("98eea7b937e1a4b3");
        assertThat(hash(after(new Mirror(1), varied(), 5))).isEqualTo("b1f9719891f8db1d");
    }

    private static long redMass(byte[] crop) {
        long sum = 0;
        for (int i = 0; i < crop.length; i += 3) {
            sum += crop[i] & 0xff;
        }
        return sum;
    }
}
