package dev.facewright.ml.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;
import dev.facewright.ml.graph.Tensor;
import dev.facewright.ml.onnx.UnsupportedOnnx.Rule;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// Reads ONNX tensors, whichever of the two ways they store their values in.
final class TensorReader {
    private static final long MAXIMUM_VALUES = 1L << 27;

    private TensorReader() {}

    /// @throws UnsupportedOnnx if it is not float32, does not hold what its shape says, or holds NaN or infinity
    static Tensor floats(TensorProto tensor) {
        int size = size(tensor, DataType.FLOAT, "float32; convert the model to float32 before the import");
        float[] values = new float[checkedCount(tensor, size, Float.BYTES, tensor.getFloatDataCount())];
        if (tensor.hasRawData()) {
            littleEndian(tensor.getRawData()).asFloatBuffer().get(values);
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = tensor.hasRawData() ? values[i] : tensor.getFloatData(i);
            if (!Float.isFinite(values[i])) {
                throw unsupported(tensor, " holds " + values[i] + "; every weight must be finite");
            }
        }
        int[] shape = tensor.getDimsList().stream().mapToInt(Math::toIntExact).toArray();
        return new Tensor(shape, values);
    }

    /// @throws UnsupportedOnnx if it is not int64, is longer than any shape or does not hold what its shape says
    static List<Long> integers(TensorProto tensor) {
        int size = size(tensor, DataType.INT64, "int64");
        if (size > 64) {
            throw unsupported(tensor, " has " + size + " values, too many for a shape");
        }
        checkedCount(tensor, size, Long.BYTES, tensor.getInt64DataCount());
        if (!tensor.hasRawData()) {
            return List.copyOf(tensor.getInt64DataList());
        }
        ByteBuffer raw = littleEndian(tensor.getRawData());
        List<Long> values = new ArrayList<>();
        while (raw.hasRemaining()) {
            values.add(raw.getLong());
        }
        return List.copyOf(values);
    }

    static boolean isFloat(TensorProto tensor) {
        return tensor.getDataType() == DataType.FLOAT.getNumber();
    }

    private static int size(TensorProto tensor, DataType type, String wanted) {
        if (tensor.getExternalDataCount() > 0 || tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL) {
            throw unsupported(
                    tensor, " keeps its data in another file; save the model as one file, with its weights inside");
        }
        if (tensor.getDataType() != type.getNumber() || tensor.hasSegment()) {
            DataType found = DataType.forNumber(tensor.getDataType());
            throw unsupported(tensor, " is " + found + "; supported here is " + wanted);
        }
        long size = 1;
        for (long dimension : tensor.getDimsList()) {
            if (dimension < 1 || size * dimension > MAXIMUM_VALUES || dimension > MAXIMUM_VALUES) {
                throw unsupported(
                        tensor,
                        " has shape " + tensor.getDimsList() + "; every dimension must be positive, and "
                                + MAXIMUM_VALUES + " values are the most");
            }
            size *= dimension;
        }
        return (int) size;
    }

    /// Makes sure the file really holds that many values, so that nothing is allocated for an empty promise.
    private static int checkedCount(TensorProto tensor, int size, int width, int listed) {
        long held = tensor.hasRawData() ? tensor.getRawData().size() : (long) listed * width;
        if (held != (long) size * width || tensor.hasRawData() && listed > 0) {
            throw unsupported(
                    tensor,
                    " of shape " + tensor.getDimsList() + " should hold " + (long) size * width + " bytes, but holds "
                            + held);
        }
        return size;
    }

    private static ByteBuffer littleEndian(ByteString bytes) {
        return bytes.asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    private static UnsupportedOnnx unsupported(TensorProto tensor, String problem) {
        String name = Names.printable(tensor.getName());
        return new UnsupportedOnnx(Rule.TENSOR, List.of(name), "Tensor `" + name + "`" + problem);
    }
}
