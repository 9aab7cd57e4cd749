package dev.facewright.ml.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;
import dev.facewright.ml.graph.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class TensorReaderTest {
    @Test
    void tensorsOfEveryTypeComeBackAsTheyWere() {
        for (Tensor tensor : List.of(
                new Tensor(new int[] {2, 1}, new float[] {-0.5f, Float.MIN_VALUE}),
                new Tensor(new int[] {1, 3}, new byte[] {-128, 0, 127}),
                new Tensor(new int[] {3}, new int[] {Integer.MIN_VALUE, -1, 70_000}))) {
            assertThat(TensorReader.tensor(Protos.tensor("t", tensor))).isEqualTo(tensor);
        }
    }

    /// As the definition of ONNX has them, so that others read them: type numbers 3 and 6, little-endian.
    @Test
    void wholeNumbersAreWrittenAsOnnxHasThem() {
        TensorProto bytes = Protos.tensor("t", new Tensor(new int[] {2}, new byte[] {-1, 2}));
        TensorProto ints = Protos.tensor("t", new Tensor(new int[] {1}, new int[] {0x01020304}));

        assertThat(bytes.getDataType()).isEqualTo(3);
        assertThat(bytes.getRawData().toByteArray()).containsExactly(-1, 2);
        assertThat(ints.getDataType()).isEqualTo(6);
        assertThat(ints.getRawData().toByteArray()).containsExactly(4, 3, 2, 1);
    }

    @Test
    void wholeNumbersThatAreListedAreReadToo() {
        assertThat(TensorReader.tensor(listed(DataType.INT8, -128, 127)).bytes())
                .containsExactly(-128, 127);
        assertThat(TensorReader.tensor(listed(DataType.INT32, -129, 70_000)).ints())
                .containsExactly(-129, 70_000);
    }

    @Test
    void anotherTypeOrAnotherNumberOfValuesIsRefused() {
        assertThatThrownBy(() -> TensorReader.tensor(listed(DataType.UINT8, 1)))
                .isInstanceOf(UnsupportedOnnx.class)
                .hasMessageContaining("is UINT8; supported here is float32, int8 and int32");
        TensorProto short8 = listed(DataType.INT8, 1).toBuilder().addDims(3).build();
        assertThatThrownBy(() -> TensorReader.tensor(short8)).hasMessageContaining("should hold 3 bytes, but holds 1");
        TensorProto raw32 = listed(DataType.INT32).toBuilder()
                .setDims(0, 1)
                .setRawData(ByteString.copyFrom(new byte[3]))
                .build();
        assertThatThrownBy(() -> TensorReader.tensor(raw32)).hasMessageContaining("should hold 4 bytes, but holds 3");
    }

    @Test
    void wholeNumbersAreNoWeightsOfALayer() {
        assertThatThrownBy(() -> TensorReader.floats(listed(DataType.INT8, 1)))
                .isInstanceOf(UnsupportedOnnx.class)
                .hasMessageContaining("is INT8; supported here is float32");
    }

    private static TensorProto listed(DataType type, Integer... values) {
        return TensorProto.newBuilder()
                .setName("t")
                .setDataType(type.getNumber())
                .addDims(values.length)
                .addAllInt32Data(List.of(values))
                .build();
    }
}
