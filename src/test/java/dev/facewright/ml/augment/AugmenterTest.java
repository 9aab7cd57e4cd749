package dev.facewright.ml.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AugmenterTest {
    private static final List<AugmentationStep> MANY = List.of(
            new Sunglasses(0.5),
            new FaceMask(0.5),
            new RandomResizedCrop(0.5, 0.4),
            new Mirror(0.5),
            new QuarterTurn(0.3),
            new Affine(0.5, 15, 0.2, 0.1),
            new ColourJitter(0.5, 0.3, 0.3, 0.3),
            new Grayscale(0.3),
            new GaussianBlur(0.5, 0.2, 2),
            new LowResolution(0.5, 0.3),
            new JpegCompression(0.5, 20, 90),
            new Cutout(0.5, 0.3),
            new CoarseDropout(0.5, 5, 0.1));

    @Test
    void noStepAndNoProbabilityLeaveTheCropAlone() {
        assertThat(augmented(List.of(), 1)).isEqualTo(TestCrops.varied());
        assertThat(augmented(List.of(new Mirror(0), new Cutout(0, 0.5)), 1)).isEqualTo(TestCrops.varied());
    }

    @Test
    void aStepChangesTheShareOfCropsItsProbabilitySays() {
        int changed = 0;
        for (int seed = 0; seed < 400; seed++) {
            changed += Arrays.equals(augmented(List.of(new Grayscale(0.3)), seed), TestCrops.varied()) ? 0 : 1;
        }

        // Three deviations of a binomial: 120 +- 27.
        assertThat(changed).isBetween(93, 147);
    }

    @Test
    void theSameSeedGivesTheSameBytesWhateverWasAugmentedBefore() {
        Augmenter augmenter = new Augmenter(MANY);
        byte[] first = TestCrops.varied();
        augmenter.apply(first, new SplittableRandom(42));
        augmenter.apply(TestCrops.varied(), new SplittableRandom(43));
        byte[] again = TestCrops.varied();
        augmenter.apply(again, new SplittableRandom(42));

        assertThat(again).isEqualTo(first).isNotEqualTo(TestCrops.varied());
    }

    @Test
    void everyThreadGetsTheSameBytes() throws Exception {
        List<Callable<byte[]>> tasks = IntStream.range(0, 60)
                .<Callable<byte[]>>mapToObj(seed -> () -> augmented(MANY, seed % 20))
                .toList();
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            List<Future<byte[]>> made = pool.invokeAll(tasks);
            for (int seed = 0; seed < 60; seed++) {
                assertThat(made.get(seed).get()).isEqualTo(augmented(MANY, seed % 20));
            }
        }
    }

    @Test
    void switchingAStepOffLeavesWhatTheOthersDo() {
        List<AugmentationStep> without = List.of(new Grayscale(0), new Cutout(1, 0.3));
        List<AugmentationStep> with = List.of(new Grayscale(1), new Cutout(1, 0.3));

        for (int seed = 0; seed < 5; seed++) {
            assertThat(greyPlaces(augmented(with, seed))).containsAll(greyPlaces(augmented(without, seed)));
        }
    }

    @Test
    void aStepOutOfItsRangeIsRefused() {
        assertThatThrownBy(() -> new Augmenter(List.of(new Affine(1, 90, 0, 0))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rotationDegrees");
    }

    private static List<Integer> greyPlaces(byte[] crop) {
        return IntStream.range(0, Pixels.BYTES / 3)
                .filter(i -> crop[3 * i] == Pixels.GREY && crop[3 * i + 1] == Pixels.GREY && crop[3 * i + 2] == 127)
                .boxed()
                .toList();
    }

    private static byte[] augmented(List<AugmentationStep> steps, long seed) {
        byte[] crop = TestCrops.varied();
        new Augmenter(steps).apply(crop, new SplittableRandom(seed));
        return crop;
    }
}
