package dev.facewright.ml.graph;

import java.util.Arrays;

/// A dense float32 array in row-major order.
///
/// @param shape  dimensions, outermost first; convolution weights are `[out, in / groups, height, width]`
/// @param values  as many values as the shape holds; not copied, so the caller hands them over
public record Tensor(int[] shape, float[] values) {
    public Tensor {
        int size = 1;
        for (int dimension : shape) {
            if (dimension < 0) {
                throw new IllegalArgumentException("Negative dimension in shape " + Arrays.toString(shape));
            }
            size = Math.multiplyExact(size, dimension);
        }
        if (size != values.length) {
            throw new IllegalArgumentException(
                    "Shape " + Arrays.toString(shape) + " holds " + size + " values, not " + values.length);
        }
    }

    public static Tensor vector(float... values) {
        return new Tensor(new int[] {values.length}, values);
    }

    public static Tensor filled(float value, int... shape) {
        float[] values = new float[Arrays.stream(shape).reduce(1, Math::multiplyExact)];
        Arrays.fill(values, value);
        return new Tensor(shape, values);
    }

    /// A matrix with its rows as columns.
    ///
    /// @throws IllegalArgumentException if this has other than two dimensions
    public Tensor transposed() {
        if (shape.length != 2) {
            throw new IllegalArgumentException(this + " is no matrix");
        }
        int rows = shape[0];
        int columns = shape[1];
        float[] turned = new float[values.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                turned[column * rows + row] = values[row * columns + column];
            }
        }
        return new Tensor(new int[] {columns, rows}, turned);
    }

    public int size() {
        return values.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tensor that && Arrays.equals(shape, that.shape) && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Tensor" + Arrays.toString(shape);
    }
}
