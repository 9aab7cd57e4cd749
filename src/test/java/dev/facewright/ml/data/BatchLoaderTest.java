package dev.facewright.ml.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.ml.augment.ColourJitter;
import dev.facewright.ml.data.Sampling.Kind;
import dev.facewright.ml.graph.Preprocessing;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BatchLoaderTest {
    private static final Preprocessing PLAIN = new Preprocessing(
            Preprocessing.ChannelOrder.RGB, List.of(0.0, 0.0, 0.0), List.of(1 / 255.0, 1 / 255.0, 1 / 255.0));

    @Test
    void anEpochShowsEveryCropOnceWithItsLabel() {
        try (BatchLoader loader = loader(new Crops(12), Augmentation.NONE, 4)) {
            Set<Integer> seen = new TreeSet<>();
            for (int step = 0; step < loader.stepsPerEpoch(); step++) {
                Batch batch = loader.batch(0, step);
                for (int i = 0; i < batch.count(); i++) {
                    int crop = crop(batch, i);
                    assertThat(batch.labels()[i]).isEqualTo(crop % 3);
                    seen.add(crop);
                }
            }
            assertThat(seen).hasSize(12);
        }
    }

    @Test
    void aBatchDependsOnSeedEpochAndStepAloneSoThatARunCanBeResumedAnywhere() {
        List<List<Float>> straight = new ArrayList<>();
        try (BatchLoader loader = loader(new Crops(11), Augmentation.defaults(), 4)) {
            for (int i = 0; i < 6; i++) {
                straight.add(values(loader.batch(i / 2, i % 2)));
            }
        }
        try (BatchLoader resumed = loader(new Crops(11), Augmentation.defaults(), 4)) {
            assertThat(values(resumed.batch(1, 1))).isEqualTo(straight.get(3));
            assertThat(values(resumed.batch(2, 0))).isEqualTo(straight.get(4));
            assertThat(values(resumed.batch(0, 0))).isEqualTo(straight.get(0));
            assertThat(values(resumed.batch(2, 1))).isEqualTo(straight.get(5));
        }
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        Augmentation all = AugmentationPreset.OCCLUSION.augmentation();
        BatchMaker maker = new BatchMaker(new Crops(23), PLAIN, all, new Sampling(Kind.P_BY_K, 3, 3), 9, 2, 5);
        try (BatchLoader one = new BatchLoader(maker, 1);
                BatchLoader four = new BatchLoader(maker, 4)) {
            for (int i = 0; i < 6; i++) {
                Batch expected = one.batch(i / 2, i % 2);
                Batch batch = four.batch(i / 2, i % 2);
                assertThat(batch.labels()).isEqualTo(expected.labels());
                assertThat(values(batch)).isEqualTo(values(expected));
            }
        }
    }

    @Test
    void epochsAndSeedsShuffleDifferently() {
        int[] first = EpochSampler.permutation(50, 7, 0);

        assertThat(EpochSampler.permutation(50, 7, 0)).isEqualTo(first);
        assertThat(EpochSampler.permutation(50, 7, 1)).isNotEqualTo(first);
        assertThat(EpochSampler.permutation(50, 8, 0)).isNotEqualTo(first);
        assertThat(EpochSampler.permutation(5, 7, 0)).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
    }

    @Test
    void cropsThatDoNotFillABatchAreLeftOutAndASmallSourceGivesOneSmallBatch() {
        try (BatchLoader loader = loader(new Crops(11), Augmentation.NONE, 4)) {
            assertThat(loader.stepsPerEpoch()).isEqualTo(2);
        }
        try (BatchLoader loader = loader(new Crops(3), Augmentation.NONE, 8)) {
            assertThat(loader.stepsPerEpoch()).isEqualTo(1);
            assertThat(loader.batch(0, 0).count()).isEqualTo(3);
        }
    }

    @Test
    void imagesAreDirectSoThatTheEngineCanTakeThemWithoutACopy() {
        try (BatchLoader loader = loader(new Crops(4), Augmentation.NONE, 2)) {
            FloatBuffer images = loader.batch(0, 0).images();

            assertThat(images.isDirect()).isTrue();
            assertThat(images.remaining()).isEqualTo(2 * 3 * 112 * 112);
        }
    }

    @Test
    @Timeout(30)
    void aBatchIsNotTouchedWhileTheNextOnesAreMade() {
        Crops crops = new Crops(40);
        try (BatchLoader loader = loader(crops, Augmentation.NONE, 2)) {
            Batch batch = loader.batch(0, 0);
            List<Float> before = values(batch);
            while (crops.reads.get() < 6) {
                Thread.onSpinWait();
            }
            assertThat(values(batch)).isEqualTo(before);
        }
    }

    @Test
    void whatTheSourceThrowsReachesWhoeverAsksForThatBatchAndNobodyEarlier() {
        int bad = EpochSampler.permutation(6, 5, 0)[4];
        try (BatchLoader loader = loader(new Crops(6).failingAt(bad), Augmentation.NONE, 2)) {
            loader.batch(0, 0);
            loader.batch(0, 1);
            assertThatThrownBy(() -> loader.batch(0, 2))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("crop " + bad + " has no consent");
        }
    }

    @Test
    void aClosedLoaderAndAStepThatDoesNotExistAreRefused() {
        BatchLoader loader = loader(new Crops(4), Augmentation.NONE, 2);
        assertThatThrownBy(() -> loader.batch(0, 2)).hasMessageContaining("no step 2");
        loader.close();
        assertThatThrownBy(() -> loader.batch(0, 0)).hasMessageContaining("closed");
    }

    @Test
    void anEmptySourceAndABrokenAugmentationAreRefused() {
        assertThatThrownBy(() -> loader(new Crops(0), Augmentation.NONE, 2)).hasMessageContaining("at least one crop");
        Augmentation percent = Augmentation.of(new ColourJitter(1, 20, 0, 0));
        assertThatThrownBy(() -> loader(new Crops(4), percent, 2)).hasMessageContaining("brightness");
    }

    @Test
    void viewsOfACropDifferAndStandHalfABatchApart() {
        Augmentation light = Augmentation.of(new ColourJitter(1, 0.5, 0, 0));
        try (BatchLoader one = loader(new Crops(40), light, 4);
                BatchLoader two = new BatchLoader(new Crops(40), PLAIN, light, Sampling.UNIFORM, 4, 2, 5)) {
            List<Float> earlier = values(two.batch(0, 0));
            Batch batch = two.batch(1, 3);

            assertThat(batch.count()).isEqualTo(4);
            assertThat(batch.images().limit()).isEqualTo(8 * Preprocess.TENSOR_VALUES);
            assertThat(values(batch)).isNotEqualTo(earlier);
            Batch first = one.batch(1, 3);
            int apart = 0;
            for (int i = 0; i < 4; i++) {
                assertThat(crop(batch, i)).as("first view of " + i).isEqualTo(crop(first, i));
                apart += crop(batch, 4 + i) == crop(batch, i) ? 0 : 1;
            }
            assertThat(apart).isGreaterThanOrEqualTo(2);
        }
    }

    private static BatchLoader loader(CropSource crops, Augmentation augmentation, int batchSize) {
        return new BatchLoader(crops, PLAIN, augmentation, Sampling.UNIFORM, batchSize, 1, 5);
    }

    private static int crop(Batch batch, int image) {
        return Math.round(batch.images().get(image * Preprocess.TENSOR_VALUES + 5000));
    }

    private static List<Float> values(Batch batch) {
        List<Float> values = new ArrayList<>();
        for (int i = 0; i < batch.images().limit(); i += 97) {
            values.add(batch.images().get(i));
        }
        return values;
    }
}
