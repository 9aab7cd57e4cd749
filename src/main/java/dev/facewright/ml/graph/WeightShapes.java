package dev.facewright.ml.graph;

import java.util.Arrays;

/// What a network's shapes and cost follow from: how large each weight is, not what it holds.
@FunctionalInterface
public interface WeightShapes {
    /// @return dimensions, outermost first
    /// @throws IllegalArgumentException if there is no weight of that name
    int[] shape(String name);

    /// How many single values a weight holds.
    default int size(String name) {
        return Arrays.stream(shape(name)).reduce(1, Math::multiplyExact);
    }

    /// How many bytes a weight takes: float32, unless its values are known to be of another type.
    default long bytes(String name) {
        return (long) size(name) * Float.BYTES;
    }
}
