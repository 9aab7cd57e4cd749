package dev.facewright.ml.onnx;

import dev.facewright.ml.graph.Op;
import dev.facewright.ml.graph.Shapes;
import dev.facewright.ml.graph.WeightShapes;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Shapes of values without the batch, `[channels, height, width]`, `[tokens, channels]` or `[features]`, kept up
/// while operations are added.
final class ActivationShapes {
    // 256 MiB of float32 an image: no face network comes near it, a hostile file might
    private static final long MAXIMUM_VALUES = 1L << 26;

    private final Map<String, int[]> shapes = new HashMap<>();
    private final WeightShapes weights;

    ActivationShapes(WeightShapes weights) {
        this.weights = weights;
    }

    void input(String name, int channels, int side) {
        shapes.put(name, new int[] {channels, side, side});
    }

    int[] of(String value) {
        int[] shape = shapes.get(value);
        if (shape == null) {
            throw new IllegalArgumentException("No value named " + value);
        }
        return shape;
    }

    /// @throws IllegalArgumentException if the operation does not fit its inputs, or gives more than any face
    ///     network
    void add(Op op) {
        int[] shape = Shapes.after(op, shapes, weights);
        if (Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact) > MAXIMUM_VALUES) {
            throw new IllegalArgumentException("gives " + Arrays.toString(shape) + " values an image; at most "
                    + MAXIMUM_VALUES + " are supported");
        }
        shapes.put(op.output(), shape);
    }
}
