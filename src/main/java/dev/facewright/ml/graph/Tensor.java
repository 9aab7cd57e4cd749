package dev.facewright.ml.graph;

import java.util.Arrays;

/// A dense array in row-major order.
///
/// @param shape  dimensions, outermost first; convolution weights are `[out, in / groups, height, width]`
/// @param elements  as many values as the shape holds; not copied, so the caller hands them over
public record Tensor(int[] shape, Elements elements) {
    public Tensor {
        int size = 1;
        for (int dimension : shape) {
            if (dimension < 0) {
                throw new IllegalArgumentException("Negative dimension in shape " + Arrays.toString(shape));
            }
            size = Math.multiplyExact(size, dimension);
        }
        if (size != elements.count()) {
            throw new IllegalArgumentException(
                    "Shape " + Arrays.toString(shape) + " holds " + size + " values, not " + elements.count());
        }
    }

    public Tensor(int[] shape, float[] values) {
        this(shape, new Elements.Float32(values));
    }

    public Tensor(int[] shape, byte[] values) {
        this(shape, new Elements.Int8(values));
    }

    public Tensor(int[] shape, int[] values) {
        this(shape, new Elements.Int32(values));
    }

    public static Tensor vector(float... values) {
        return new Tensor(new int[] {values.length}, values);
    }

    public static Tensor filled(float value, int... shape) {
        float[] values = new float[Arrays.stream(shape).reduce(1, Math::multiplyExact)];
        Arrays.fill(values, value);
        return new Tensor(shape, values);
    }

    /// @throws IllegalArgumentException if the values are of another type
    public float[] floats() {
        if (elements instanceof Elements.Float32(float[] values)) {
            return values;
        }
        throw new IllegalArgumentException(this + " is not float32");
    }

    /// @throws IllegalArgumentException if the values are of another type
    public byte[] bytes() {
        if (elements instanceof Elements.Int8(byte[] values)) {
            return values;
        }
        throw new IllegalArgumentException(this + " is not int8");
    }

    /// @throws IllegalArgumentException if the values are of another type
    public int[] ints() {
        if (elements instanceof Elements.Int32(int[] values)) {
            return values;
        }
        throw new IllegalArgumentException(this + " is not int32");
    }

    /// A matrix of float32 with its rows as columns.
    ///
    /// @throws IllegalArgumentException if this has other than two dimensions, or values of another type
    public Tensor transposed() {
        if (shape.length != 2) {
            throw new IllegalArgumentException(this + " is no matrix");
        }
        int rows = shape[0];
        int columns = shape[1];
        float[] values = floats();
        float[] turned = new float[values.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                turned[column * rows + row] = values[row * columns + column];
            }
        }
        return new Tensor(new int[] {columns, rows}, turned);
    }

    public int size() {
        return elements.count();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tensor that && Arrays.equals(shape, that.shape) && elements.equals(that.elements);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + elements.hashCode();
    }

    @Override
    public String toString() {
        return "Tensor of " + elements + Arrays.toString(shape);
    }
}
