package dev.facewright.ml.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.ml.augment.FieldProblem;
import dev.facewright.ml.data.Sampling.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplingTest {
    /// 20 crops of identity 0, 6 of 1, none of 2, 3 of 3, 1 of 4: 30.
    private static final int[] LABELS = labels(20, 6, 0, 3, 1);

    private static final Sampling BALANCED = new Sampling(Kind.CLASS_BALANCED, 16, 4);

    @Test
    void uniformlyEveryCropIsShownOnceAnEpoch() {
        Sampler sampler = Sampling.UNIFORM.sampler(new Labelled(LABELS), 5, 3);

        assertThat(sampler.stepsPerEpoch()).isEqualTo(6);
        assertThat(epoch(sampler, 2)).doesNotHaveDuplicates().hasSize(30);
        assertThat(epoch(sampler, 2)).isNotEqualTo(epoch(sampler, 3));
    }

    @Test
    void balancedEveryIdentityIsShownEquallyOftenAndItsCropsTakeTurns() {
        Sampler sampler = BALANCED.sampler(new Labelled(LABELS), 8, 3);
        List<Integer> shown = epoch(sampler, 0);

        assertThat(shown).hasSize(24);
        // 24 crops in rounds of the four identities that have any: 6 of each.
        assertThat(countsByLabel(shown)).containsExactly(6, 6, 0, 6, 6);
        assertThat(shown.stream().filter(crop -> LABELS[crop] == 1)).doesNotHaveDuplicates();
        assertThat(shown.stream().filter(crop -> LABELS[crop] == 3).distinct()).hasSize(3);
    }

    @Test
    void overTheEpochsABalancedSamplerShowsEveryCrop() {
        Sampler sampler = BALANCED.sampler(new Labelled(LABELS), 8, 3);
        List<Integer> shown = new ArrayList<>();
        for (int epoch = 0; epoch < 40; epoch++) {
            shown.addAll(epoch(sampler, epoch));
        }

        assertThat(shown.stream().distinct()).hasSize(30);
    }

    @Test
    void pByKGivesKCropsOfPDifferentIdentities() {
        Sampler sampler = new Sampling(Kind.P_BY_K, 3, 2).sampler(new Labelled(LABELS), 6, 9);

        assertThat(sampler.count()).isEqualTo(6);
        assertThat(sampler.stepsPerEpoch()).isEqualTo(5);
        for (int step = 0; step < 5; step++) {
            int[] batch = sampler.batch(1, step);
            List<Integer> labels =
                    Arrays.stream(batch).map(crop -> LABELS[crop]).boxed().toList();
            assertThat(labels.stream().distinct()).hasSize(3);
            for (int i = 0; i < 6; i += 2) {
                assertThat(labels.get(i)).isEqualTo(labels.get(i + 1));
                // Only the identity with a single crop shows it twice.
                assertThat(batch[i] == batch[i + 1]).isEqualTo(labels.get(i) == 4);
            }
        }
    }

    @Test
    void pByKShowsEveryIdentityEquallyOftenInTheLongRun() {
        Sampler sampler = new Sampling(Kind.P_BY_K, 3, 2).sampler(new Labelled(LABELS), 6, 9);
        List<Integer> shown = new ArrayList<>();
        for (int epoch = 0; epoch < 100; epoch++) {
            shown.addAll(epoch(sampler, epoch));
        }

        // 100 epochs of 5 steps of 3 identities: each of four 375 times, with 2 crops.
        int[] counts = countsByLabel(shown);
        assertThat(counts[2]).isZero();
        for (int label : new int[] {0, 1, 3, 4}) {
            assertThat(counts[label]).isBetween(750 - 75, 750 + 75);
        }
    }

    @Test
    void aBatchFollowsFromSeedEpochAndStepAlone() {
        for (Sampling sampling : List.of(Sampling.UNIFORM, BALANCED, new Sampling(Kind.P_BY_K, 3, 2))) {
            Sampler straight = sampling.sampler(new Labelled(LABELS), 6, 9);
            for (int step = 0; step < 5; step++) {
                straight.batch(0, step);
            }
            Sampler resumed = sampling.sampler(new Labelled(LABELS), 6, 9);
            Sampler otherSeed = sampling.sampler(new Labelled(LABELS), 6, 10);

            assertThat(resumed.batch(3, 2)).isEqualTo(straight.batch(3, 2));
            assertThat(resumed.batch(3, 3)).isNotEqualTo(resumed.batch(3, 2));
            assertThat(epoch(resumed, 4)).isNotEqualTo(epoch(resumed, 3));
            assertThat(epoch(otherSeed, 3)).isNotEqualTo(epoch(resumed, 3));
        }
    }

    @Test
    void aBatchThatIsNotPTimesKIsRefusedWithBothNumbers() {
        Sampling sampling = new Sampling(Kind.P_BY_K, 16, 4);

        assertThat(sampling.problems(64)).isEmpty();
        assertThat(sampling.problems(60))
                .containsExactly(new FieldProblem(
                        "identitiesPerBatch",
                        FieldProblem.Rule.PRODUCT,
                        List.of("16", "4", "64", "60"),
                        "times imagesPerIdentity must be the batch size: 16 x 4 = 64, not 60"));
        assertThat(new Sampling(Kind.P_BY_K, 1, 4).problems(4))
                .extracting(FieldProblem::field)
                .containsExactly("identitiesPerBatch");
        assertThat(new Sampling(Kind.P_BY_K, 4, 0).problems(0))
                .extracting(FieldProblem::field)
                .containsExactly("imagesPerIdentity");
        assertThat(new Sampling(Kind.UNIFORM, -1, -1).problems(60)).isEmpty();
    }

    @Test
    void tooFewIdentitiesForABatchAreRefused() {
        assertThatThrownBy(() -> new Sampling(Kind.P_BY_K, 5, 2).sampler(new Labelled(LABELS), 10, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needs 5 identities, the crops have 4");
    }

    private static List<Integer> epoch(Sampler sampler, int epoch) {
        return IntStream.range(0, sampler.stepsPerEpoch())
                .mapToObj(step -> sampler.batch(epoch, step))
                .flatMapToInt(Arrays::stream)
                .boxed()
                .toList();
    }

    private static int[] countsByLabel(List<Integer> crops) {
        int[] counts = new int[5];
        crops.forEach(crop -> counts[LABELS[crop]]++);
        return counts;
    }

    private static int[] labels(int... crops) {
        return IntStream.range(0, crops.length)
                .flatMap(label -> IntStream.generate(() -> label).limit(crops[label]))
                .toArray();
    }

    /// Crops that nobody looks at.
    private record Labelled(int[] labels) implements CropSource {
        @Override
        public int size() {
            return labels.length;
        }

        @Override
        public int identities() {
            return 5;
        }

        @Override
        public int label(int index) {
            return labels[index];
        }

        @Override
        public void read(int index, byte[] target) {}
    }
}
