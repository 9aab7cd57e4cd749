package dev.facewright.ml.bundle;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/// NumPy's array file, version 1.0, of little-endian float32 in row-major order.
/// <https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html>.
final class Npy {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int ALIGNMENT = 64;

    private Npy() {}

    /// @param values  at least as many as the shape holds; the first ones are written
    static byte[] write(float[] values, int... shape) {
        int size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
        byte[] header = header(shape);
        ByteBuffer file = ByteBuffer.allocate(MAGIC.length + Short.BYTES + header.length + size * Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        file.put(MAGIC).putShort((short) header.length).put(header);
        file.asFloatBuffer().put(values, 0, size);
        return file.array();
    }

    static byte[] write(float[][] rows) {
        int width = rows[0].length;
        float[] values = new float[rows.length * width];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 0, values, row * width, width);
        }
        return write(values, rows.length, width);
    }

    /// Padded with spaces so that the values start at a multiple of 64, and ended by a line feed.
    private static byte[] header(int[] shape) {
        String dimensions = Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        String text = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + dimensions + "), }";
        int unpadded = MAGIC.length + Short.BYTES + text.length() + 1;
        int padding = (ALIGNMENT - unpadded % ALIGNMENT) % ALIGNMENT;
        return (text + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII);
    }
}
