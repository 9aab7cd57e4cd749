package dev.facewright.ml.head;

import static dev.facewright.ml.head.Expression.nearness;

/// A linear classifier on the embedding as it is: w·x + b, with neither normalisation, scale nor margin.
///
/// @param identities  number of classes, at least 2
public record Softmax(int identities) implements Head {
    static final String NAME = "softmax";

    public Softmax {
        HeadLimits.identities(identities);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Similarity similarity() {
        return Similarity.LINEAR;
    }

    @Override
    public Expression targetLogit() {
        return nearness();
    }

    @Override
    public Expression otherLogit() {
        return nearness();
    }
}
