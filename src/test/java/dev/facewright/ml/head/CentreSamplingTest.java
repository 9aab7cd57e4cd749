package dev.facewright.ml.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CentreSamplingTest {
    private static final long[] LABELS = {7, 99, 7, 0};

    private final CentreSampling tenth = new CentreSampling(100, 0.1, 5);

    @Test
    void theClassesOfTheBatchAreAmongThoseDrawn() {
        long[] classes = tenth.classes(LABELS, 3);

        assertThat(classes).hasSize(10).contains(0, 7, 99).isSorted().doesNotHaveDuplicates();
        assertThat(Arrays.stream(CentreSampling.places(LABELS, classes)).map(place -> classes[(int) place]))
                .containsExactly(7L, 99L, 7L, 0L);
    }

    @Test
    void theDrawDependsOnSeedStepAndLabelsAlone() {
        assertThat(tenth.classes(LABELS, 3)).isEqualTo(tenth.classes(LABELS, 3));
        assertThat(tenth.classes(LABELS, 4)).isNotEqualTo(tenth.classes(LABELS, 3));
        assertThat(new CentreSampling(100, 0.1, 6).classes(LABELS, 3)).isNotEqualTo(tenth.classes(LABELS, 3));
    }

    @Test
    void everyOtherClassIsDrawnEquallyOften() {
        int[] drawn = new int[100];
        for (int step = 0; step < 10_000; step++) {
            Arrays.stream(tenth.classes(LABELS, step)).forEach(each -> drawn[(int) each]++);
        }
        assertThat(drawn[7]).isEqualTo(10_000);
        // 7 of the 97 others each time: 722 of 10,000, with a deviation of 26.
        assertThat(Arrays.stream(drawn).filter(count -> count < 10_000))
                .hasSize(97)
                .allSatisfy(count -> assertThat((double) count).isCloseTo(10_000 * 7 / 97.0, within(130.0)));
    }

    @Test
    void theWholeShareIsEveryClass() {
        assertThat(new CentreSampling(5, 1, 1).classes(new long[] {2}, 9)).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void aBatchOfMoreClassesThanTheShareIsKeptWhole() {
        long[] labels = LongStream.range(0, 30).toArray();

        assertThat(tenth.classes(labels, 1)).isEqualTo(labels);
    }
}
