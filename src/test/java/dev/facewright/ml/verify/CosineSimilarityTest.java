package dev.facewright.ml.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CosineSimilarityTest {
    /// (3, 4) and (4, 3): 24 / 25.
    @Test
    void theWorkedExampleAndTheExtremes() {
        assertThat(CosineSimilarity.of(new float[] {3, 4}, new float[] {4, 3})).isCloseTo(0.96, within(1e-12));
        assertThat(CosineSimilarity.of(new float[] {1, 0}, new float[] {0, 2})).isZero();
        assertThat(CosineSimilarity.of(new float[] {1, 2}, new float[] {-2, -4}))
                .isCloseTo(-1, within(1e-12));
    }

    @Test
    void lengthDoesNotMatterAndTheResultNeverLeavesTheRange() {
        float[] tiny = {1e-20f, 3e-20f, 7e-20f};
        float[] huge = {1e18f, 3e18f, 7e18f};
        assertThat(CosineSimilarity.of(tiny, huge)).isCloseTo(1, within(1e-6)).isLessThanOrEqualTo(1);
    }

    @Test
    void vectorsWithoutADirectionAreRefused() {
        assertThatThrownBy(() -> CosineSimilarity.of(new float[2], new float[] {1, 2}))
                .hasMessageContaining("no direction");
        assertThatThrownBy(() -> CosineSimilarity.of(new float[] {Float.NaN}, new float[] {1}))
                .hasMessageContaining("no direction");
        assertThatThrownBy(() -> CosineSimilarity.of(new float[2], new float[3]))
                .hasMessageContaining("2 and 3 dimensions");
    }
}
