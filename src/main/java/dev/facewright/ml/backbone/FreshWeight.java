package dev.facewright.ml.backbone;

import dev.facewright.ml.graph.Tensor;
import java.util.Arrays;
import java.util.Random;

/// A weight that has not been made yet.
///
/// @param shape  dimensions, outermost first
record FreshWeight(Initialiser initialiser, int... shape) {
    Tensor make(Random random) {
        return new Tensor(shape, initialiser.values(Arrays.stream(shape).reduce(1, Math::multiplyExact), random));
    }
}
