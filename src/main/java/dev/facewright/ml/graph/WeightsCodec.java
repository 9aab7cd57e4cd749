package dev.facewright.ml.graph;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Named tensors as bytes: count, then each with name, kind, dimensions (int32) and values. Little-endian.
///
/// The kind is the rank plus 256 times the type of the values. Float32 is type 0, since models were stored before there
/// was any other: those files are read as they are, and a float32 model is still written in the same bytes.
public final class WeightsCodec {
    private static final int MOST_DIMENSIONS = 8;
    private static final int TYPE_UNIT = 256;
    private static final int FLOAT32 = 0;
    private static final int INT8 = 1;
    private static final int INT32 = 2;
    private static final int VALUES_AT_ONCE = 1 << 14;

    private WeightsCodec() {}

    public static void write(Weights weights, DataOutputStream out) throws IOException {
        out.writeInt(Integer.reverseBytes(weights.tensors().size()));
        for (var entry : weights.tensors().entrySet()) {
            writeText(entry.getKey(), out);
            write(entry.getValue(), out);
        }
    }

    /// How many bytes `write` takes.
    public static long length(Weights weights) {
        long length = Integer.BYTES;
        for (var entry : weights.tensors().entrySet()) {
            Tensor tensor = entry.getValue();
            length += textLength(entry.getKey())
                    + (long) (1 + tensor.shape().length) * Integer.BYTES
                    + (long) tensor.size() * tensor.elements().width();
        }
        return length;
    }

    /// How many bytes `writeText` takes.
    public static long textLength(String text) {
        return Integer.BYTES + (long) text.getBytes(StandardCharsets.UTF_8).length;
    }

    /// @param in  little-endian, read from its position on
    /// @throws IOException if the bytes end early or name an impossible size
    public static Weights read(ByteBuffer in) throws IOException {
        try {
            SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
            int count = in.getInt();
            for (int i = 0; i < count; i++) {
                tensors.put(readText(in), tensor(in));
            }
            return new Weights(tensors);
        } catch (BufferUnderflowException | ArithmeticException | IllegalArgumentException wrong) {
            throw new IOException("The tensors are cut short or malformed", wrong);
        }
    }

    /// A length (int32), then that many bytes of UTF-8.
    public static void writeText(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(Integer.reverseBytes(bytes.length));
        out.write(bytes);
    }

    /// @throws BufferUnderflowException if the bytes end early
    public static String readText(ByteBuffer in) {
        byte[] bytes = new byte[checked(in.getInt(), in, 1)];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void write(Tensor tensor, DataOutputStream out) throws IOException {
        out.writeInt(Integer.reverseBytes(tensor.shape().length + TYPE_UNIT * type(tensor)));
        for (int dimension : tensor.shape()) {
            out.writeInt(Integer.reverseBytes(dimension));
        }
        int width = tensor.elements().width();
        ByteBuffer part = ByteBuffer.allocate(VALUES_AT_ONCE * width).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < tensor.size(); from += VALUES_AT_ONCE) {
            int count = Math.min(VALUES_AT_ONCE, tensor.size() - from);
            switch (tensor.elements()) {
                case Elements.Float32(float[] values) -> part.asFloatBuffer().put(values, from, count);
                case Elements.Int8(byte[] values) -> part.put(0, values, from, count);
                case Elements.Int32(int[] values) -> part.asIntBuffer().put(values, from, count);
            }
            out.write(part.array(), 0, count * width);
        }
    }

    private static int type(Tensor tensor) {
        return switch (tensor.elements()) {
            case Elements.Float32 _ -> FLOAT32;
            case Elements.Int8 _ -> INT8;
            case Elements.Int32 _ -> INT32;
        };
    }

    private static Tensor tensor(ByteBuffer in) {
        int kind = in.getInt();
        int rank = kind % TYPE_UNIT;
        if (rank < 0 || rank > MOST_DIMENSIONS) {
            throw new IllegalArgumentException("A tensor of " + rank + " dimensions");
        }
        int[] shape = new int[rank];
        int size = 1;
        for (int i = 0; i < rank; i++) {
            shape[i] = in.getInt();
            size = Math.multiplyExact(size, shape[i]);
        }
        return new Tensor(shape, elements(kind / TYPE_UNIT, size, in));
    }

    private static Elements elements(int type, int count, ByteBuffer in) {
        switch (type) {
            case FLOAT32 -> {
                float[] values = new float[checked(count, in, Float.BYTES)];
                in.asFloatBuffer().get(values);
                in.position(in.position() + count * Float.BYTES);
                return new Elements.Float32(values);
            }
            case INT8 -> {
                byte[] values = new byte[checked(count, in, Byte.BYTES)];
                in.get(values);
                return new Elements.Int8(values);
            }
            case INT32 -> {
                int[] values = new int[checked(count, in, Integer.BYTES)];
                in.asIntBuffer().get(values);
                in.position(in.position() + count * Integer.BYTES);
                return new Elements.Int32(values);
            }
            default -> throw new IllegalArgumentException("A tensor of values of the unknown type " + type);
        }
    }

    /// Before anything is allocated: a length that the rest of the bytes cannot hold is refused.
    private static int checked(int length, ByteBuffer in, int unit) {
        if (length < 0 || length > in.remaining() / unit) {
            throw new BufferUnderflowException();
        }
        return length;
    }
}
