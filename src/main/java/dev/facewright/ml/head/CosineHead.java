package dev.facewright.ml.head;

import static dev.facewright.ml.head.Expression.nearness;

import dev.facewright.ml.head.Option.Unit;

/// A head on cosines, which are too small for a softmax as they are: s·cos θ, and a margin on the target's.
public interface CosineHead extends Head {
    Option SCALE = new Option("scale", Unit.FACTOR, 64, 1, 256, "it multiplies cosines, 64 is usual");

    /// s
    double scale();

    @Override
    default Expression otherLogit() {
        return nearness().times(scale());
    }
}
