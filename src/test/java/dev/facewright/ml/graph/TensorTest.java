package dev.facewright.ml.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TensorTest {
    private static final Tensor FLOATS = Tensor.vector(1, 2);
    private static final Tensor BYTES = new Tensor(new int[] {2}, new byte[] {1, 2});
    private static final Tensor INTS = new Tensor(new int[] {2}, new int[] {1, 2});

    @Test
    void valuesAreHandedOutAsWhatTheyAreAndAsNothingElse() {
        assertThat(FLOATS.floats()).containsExactly(1, 2);
        assertThat(BYTES.bytes()).containsExactly(1, 2);
        assertThat(INTS.ints()).containsExactly(1, 2);
        assertThatThrownBy(BYTES::floats)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Tensor of int8[2] is not float32");
        assertThatThrownBy(INTS::floats).hasMessage("Tensor of int32[2] is not float32");
        assertThatThrownBy(FLOATS::bytes).hasMessage("Tensor of float32[2] is not int8");
        assertThatThrownBy(INTS::bytes).hasMessage("Tensor of int32[2] is not int8");
        assertThatThrownBy(FLOATS::ints).hasMessage("Tensor of float32[2] is not int32");
        assertThatThrownBy(BYTES::ints).hasMessage("Tensor of int8[2] is not int32");
    }

    @Test
    void theSameNumbersOfAnotherTypeAreAnotherTensor() {
        assertThat(BYTES)
                .isEqualTo(new Tensor(new int[] {2}, new byte[] {1, 2}))
                .hasSameHashCodeAs(new Tensor(new int[] {2}, new byte[] {1, 2}))
                .isNotEqualTo(INTS)
                .isNotEqualTo(FLOATS)
                .isNotEqualTo(new Tensor(new int[] {1, 2}, new byte[] {1, 2}));
    }

    @Test
    void aShapeHoldsAsManyValuesOfEveryType() {
        assertThat(BYTES.size()).isEqualTo(INTS.size()).isEqualTo(2);
        assertThatThrownBy(() -> new Tensor(new int[] {3}, new byte[2])).hasMessage("Shape [3] holds 3 values, not 2");
        assertThatThrownBy(() -> new Tensor(new int[] {-1}, new int[0])).hasMessageContaining("Negative dimension");
    }

    @Test
    void aMatrixTurnsItsRowsToColumns() {
        Tensor matrix = new Tensor(new int[] {2, 3}, new float[] {1, 2, 3, 4, 5, 6});

        assertThat(matrix.transposed()).isEqualTo(new Tensor(new int[] {3, 2}, new float[] {1, 4, 2, 5, 3, 6}));
        assertThatThrownBy(FLOATS::transposed).hasMessageContaining("is no matrix");
    }
}
