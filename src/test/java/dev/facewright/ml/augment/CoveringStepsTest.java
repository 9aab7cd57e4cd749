package dev.facewright.ml.augment;

import static dev.facewright.ml.augment.TestCrops.after;
import static dev.facewright.ml.augment.TestCrops.hash;
import static dev.facewright.ml.augment.TestCrops.red;
import static dev.facewright.ml.augment.TestCrops.uniform;
import static dev.facewright.ml.augment.TestCrops.varied;
import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.ml.image.FaceAligner;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CoveringStepsTest {
    private static final int SKIN = 180;

    @Test
    void aCutoutIsOneGreySquareThatMayReachOutside() {
        int whole = 0;
        for (int seed = 0; seed < 60; seed++) {
            int covered = covered(after(new Cutout(1, 0.25), uniform(SKIN), seed));
            // 28 x 28 pixels, a quarter of them where only a corner reaches in.
            assertThat(covered).isBetween(14 * 14, 28 * 28);
            whole += covered == 28 * 28 ? 1 : 0;
        }
        // 85 of 112 places each way keep it inside: 58 %.
        assertThat(whole).isBetween(20, 50);
    }

    @Test
    void holesLieInsideAndAreAtMostAsManyAsSaid() {
        boolean several = false;
        for (int seed = 0; seed < 60; seed++) {
            int covered = covered(after(new CoarseDropout(1, 3, 0.1), uniform(SKIN), seed));
            assertThat(covered).isBetween(11 * 11, 3 * 11 * 11);
            several |= covered > 2 * 11 * 11;
        }
        assertThat(several).isTrue();
    }

    @Test
    void sunglassesHideBothEyesAndLeaveNoseAndMouth() {
        for (int seed = 0; seed < 20; seed++) {
            byte[] crop = after(new Sunglasses(1), uniform(SKIN), seed);
            assertThat(red(crop, 38, 52)).isLessThan(90);
            assertThat(red(crop, 74, 52)).isLessThan(90);
            assertThat(red(crop, 56, 72)).isEqualTo(SKIN);
            assertThat(red(crop, 56, 92)).isEqualTo(SKIN);
        }
    }

    @Test
    void aMaskHidesNoseAndMouthAndLeavesEyesAndForehead() {
        for (int seed = 0; seed < 20; seed++) {
            byte[] crop = after(new FaceMask(1), uniform(SKIN), seed);
            assertThat(red(crop, 56, 74)).isNotEqualTo(SKIN);
            assertThat(red(crop, 56, 92)).isNotEqualTo(SKIN);
            assertThat(red(crop, 40, 100)).isNotEqualTo(SKIN);
            assertThat(red(crop, 31, 88)).as("cheek").isNotEqualTo(SKIN);
            assertThat(red(crop, 80, 88)).as("cheek").isNotEqualTo(SKIN);
            assertThat(red(crop, 38, 52)).isEqualTo(SKIN);
            assertThat(red(crop, 74, 52)).isEqualTo(SKIN);
            assertThat(red(crop, 56, 20)).isEqualTo(SKIN);
        }
    }

    @Test
    void whatIsWornFollowsTheLandmarks() {
        byte[] aligned = uniform(SKIN);
        new Sunglasses(1).apply(aligned, FaceAligner.TEMPLATE, new SplittableRandom(4));
        byte[] lower = uniform(SKIN);
        new Sunglasses(1).apply(lower, FaceAligner.TEMPLATE.transformed(1, 0, 20), new SplittableRandom(4));

        assertThat(aligned).isEqualTo(after(new Sunglasses(1), uniform(SKIN), 4));
        for (int x = 0; x < 112; x++) {
            assertThat(red(lower, x, 75)).isEqualTo(red(aligned, x, 55));
        }
        byte[] masked = uniform(SKIN);
        new FaceMask(1).apply(masked, FaceAligner.TEMPLATE.transformed(1, 0, -30), new SplittableRandom(4));
        assertThat(red(masked, 56, 62)).isNotEqualTo(SKIN);
        assertThat(red(masked, 56, 111)).isEqualTo(SKIN);
    }

    @Test
    void anOutlineIsFilledByTheShareOfEachPixelThatLiesInside() {
        byte[] crop = uniform(0);
        // Pixel centres lie at whole numbers: 10.5 to 12 covers pixel 11 wholly and half of 12.
        Polygon.fill(crop, new double[] {10.5, 10.5, 12, 10.5, 12, 11.5, 10.5, 11.5}, 0xff8040, 1);

        assertThat(crop[Pixels.place(11, 11)] & 0xff).isEqualTo(255);
        assertThat(crop[Pixels.place(11, 11) + 1] & 0xff).isEqualTo(128);
        assertThat(crop[Pixels.place(11, 11) + 2] & 0xff).isEqualTo(64);
        assertThat(red(crop, 12, 11)).isEqualTo(128);
        assertThat(red(crop, 10, 11)).isZero();
        assertThat(red(crop, 11, 12)).isZero();
    }

    @Test
    void theBytesOfOneSeedAreTheSameEverywhere() {
        assertThat(hash(after(new Cutout(1, 0.3), varied(), 5))).isEqualTo("f1fac595cb2b945d");
        assertThat(hash(after(new CoarseDropout(1, 6, 0.1), varied(), 5))).isEqualTo("e1f7e126e08723bc");
        assertThat(hash(after(new FaceMask(1), varied(), 5))).isEqualTo("525d66f57278a5f2");
        assertThat(hash(after(new Sunglasses(1), varied(), 5))).isEqualTo("d1da8e94e78049cc");
    }

    private static int covered(byte[] crop) {
        int covered = 0;
        for (int i = 0; i < crop.length; i += 3) {
            covered += crop[i] == Pixels.GREY ? 1 : 0;
        }
        return covered;
    }
}
