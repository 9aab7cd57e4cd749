package dev.facewright.ml.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;
import dev.facewright.ml.graph.Elements;
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
        requireType(tensor, DataType.FLOAT, "float32; convert the model to float32 before the import");
        return tensor(tensor);
    }

    /// @throws UnsupportedOnnx if it is not float32, int8 or int32, does not hold what its shape says, or holds NaN or
    ///     infinity
    static Tensor tensor(TensorProto tensor) {
        Elements elements = switch (DataType.forNumber(tensor.getDataType())) {
            case FLOAT -> new Elements.Float32(float32(tensor));
            case INT8 -> new Elements.Int8(int8(tensor));
            case INT32 -> new Elements.Int32(int32(tensor));
            case null, default -> throw wrongType(tensor, "float32, int8 and int32");
        };
        int[] shape = tensor.getDimsList().stream().mapToInt(Math::toIntExact).toArray();
        return new Tensor(shape, elements);
    }

    private static float[] float32(TensorProto tensor) {
        float[] values = new float[checkedCount(tensor, Float.BYTES, tensor.getFloatDataCount())];
        if (tensor.hasRawData()) {
            littleEndian(tensor.getRawData()).asFloatBuffer().get(values);
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = tensor.hasRawData() ? values[i] : tensor.getFloatData(i);
            if (!Float.isFinite(values[i])) {
                throw unsupported(tensor, " holds " + values[i] + "; every weight must be finite");
            }
        }
        return values;
    }

    /// One byte each where they are raw, otherwise the low byte of an int32.
    private static byte[] int8(TensorProto tensor) {
        byte[] values = new byte[checkedCount(tensor, Byte.BYTES, tensor.getInt32DataCount())];
        if (tensor.hasRawData()) {
            tensor.getRawData().copyTo(values, 0);
            return values;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) tensor.getInt32Data(i);
        }
        return values;
    }

    private static int[] int32(TensorProto tensor) {
        int[] values = new int[checkedCount(tensor, Integer.BYTES, tensor.getInt32DataCount())];
        if (tensor.hasRawData()) {
            littleEndian(tensor.getRawData()).asIntBuffer().get(values);
            return values;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = tensor.getInt32Data(i);
        }
        return values;
    }

    /// @throws UnsupportedOnnx if it is not int64, is longer than any shape or does not hold what its shape says
    static List<Long> integers(TensorProto tensor) {
        requireType(tensor, DataType.INT64, "int64");
        int size = checkedCount(tensor, Long.BYTES, tensor.getInt64DataCount());
        if (size > 64) {
            throw unsupported(tensor, " has " + size + " values, too many for a shape");
        }
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

    private static void requireType(TensorProto tensor, DataType type, String wanted) {
        if (tensor.getDataType() != type.getNumber()) {
            throw wrongType(tensor, wanted);
        }
    }

    private static UnsupportedOnnx wrongType(TensorProto tensor, String wanted) {
        return unsupported(tensor, " is " + DataType.forNumber(tensor.getDataType()) + "; supported here is " + wanted);
    }

    private static int size(TensorProto tensor) {
        if (tensor.hasSegment()
                || tensor.getExternalDataCount() > 0
                || tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL) {
            throw unsupported(
                    tensor, " keeps its data in another file; save the model as one file, with its weights inside");
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
    ///
    /// @param width  bytes of one value
    /// @param listed  how many values are listed instead of stored raw
    private static int checkedCount(TensorProto tensor, int width, int listed) {
        int size = size(tensor);
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
