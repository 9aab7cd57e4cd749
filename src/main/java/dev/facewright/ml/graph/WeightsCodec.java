package dev.facewright.ml.graph;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Named tensors as bytes: count, then each with name, rank, dimensions (int32) and values (float32).
/// Little-endian.
public final class WeightsCodec {
    private static final int MOST_DIMENSIONS = 8;
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
                    + (long) tensor.size() * Float.BYTES;
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
        out.writeInt(Integer.reverseBytes(tensor.shape().length));
        for (int dimension : tensor.shape()) {
            out.writeInt(Integer.reverseBytes(dimension));
        }
        ByteBuffer part = ByteBuffer.allocate(VALUES_AT_ONCE * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < tensor.size(); from += VALUES_AT_ONCE) {
            int count = Math.min(VALUES_AT_ONCE, tensor.size() - from);
            part.asFloatBuffer().put(tensor.values(), from, count);
            out.write(part.array(), 0, count * Float.BYTES);
        }
    }

    private static Tensor tensor(ByteBuffer in) {
        int rank = in.getInt();
        if (rank < 0 || rank > MOST_DIMENSIONS) {
            throw new IllegalArgumentException("A tensor of " + rank + " dimensions");
        }
        int[] shape = new int[rank];
        int size = 1;
        for (int i = 0; i < rank; i++) {
            shape[i] = in.getInt();
            size = Math.multiplyExact(size, shape[i]);
        }
        float[] values = new float[checked(size, in, Float.BYTES)];
        in.asFloatBuffer().get(values);
        in.position(in.position() + values.length * Float.BYTES);
        return new Tensor(shape, values);
    }

    /// Before anything is allocated: a length that the rest of the bytes cannot hold is refused.
    private static int checked(int length, ByteBuffer in, int unit) {
        if (length < 0 || length > in.remaining() / unit) {
            throw new BufferUnderflowException();
        }
        return length;
    }
}
