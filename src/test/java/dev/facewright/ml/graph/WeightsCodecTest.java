package dev.facewright.ml.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeightsCodecTest {
    private static final int MORE_THAN_ONE_PART = (1 << 14) + 3;

    @Test
    void tensorsOfEveryTypeAndOfMoreThanOnePartComeBackAsTheyWere() throws IOException {
        Weights weights = everyType();
        byte[] bytes = written(weights);

        assertThat(bytes).hasSize((int) WeightsCodec.length(weights));
        Weights read = WeightsCodec.read(littleEndian(bytes));
        assertThat(read).isEqualTo(weights);
        assertThat(read.tensors().keySet()).containsExactly("floats", "bytes", "ints", "last");
    }

    /// Count 1; a name of one byte; one dimension of values of type 1; two of them; -1 and 127.
    @Test
    void aTypeStandsBesideTheRank() throws IOException {
        byte[] byHand = {1, 0, 0, 0, 1, 0, 0, 0, 'q', 1, 1, 0, 0, 2, 0, 0, 0, -1, 127};

        assertThat(written(Weights.of(Map.of("q", new Tensor(new int[] {2}, new byte[] {-1, 127})))))
                .isEqualTo(byHand);
    }

    @Test
    void anUnknownTypeAndValuesThatEndEarlyAreRefused() {
        byte[] unknown = {1, 0, 0, 0, 1, 0, 0, 0, 'q', 1, 9, 0, 0, 2, 0, 0, 0, -1, 127};
        byte[] negative = {1, 0, 0, 0, 1, 0, 0, 0, 'q', 0, -1, -1, -1, 1, 2, 3, 4};
        byte[] ints = {1, 0, 0, 0, 1, 0, 0, 0, 'q', 1, 2, 0, 0, 2, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7};
        for (byte[] wrong : new byte[][] {unknown, negative, ints}) {
            assertThatThrownBy(() -> WeightsCodec.read(littleEndian(wrong))).isInstanceOf(IOException.class);
        }
    }

    private static Weights everyType() {
        float[] floats = new float[MORE_THAN_ONE_PART];
        byte[] bytes = new byte[MORE_THAN_ONE_PART];
        int[] ints = new int[MORE_THAN_ONE_PART];
        for (int i = 0; i < MORE_THAN_ONE_PART; i++) {
            floats[i] = i / 7f;
            bytes[i] = (byte) (i * 31);
            ints[i] = i * 0x01234567;
        }
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("floats", Tensor.vector(floats));
        tensors.put("bytes", new Tensor(new int[] {MORE_THAN_ONE_PART, 1}, bytes));
        tensors.put("ints", new Tensor(new int[] {1, MORE_THAN_ONE_PART}, ints));
        tensors.put("last", Tensor.vector(1));
        return Weights.of(tensors);
    }

    private static byte[] written(Weights weights) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WeightsCodec.write(weights, new DataOutputStream(out));
        return out.toByteArray();
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
