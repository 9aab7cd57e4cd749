package dev.facewright.ml.head;

import static dev.facewright.ml.head.Expression.nearness;

import java.util.List;

/// A linear classifier on the embedding as it is: w·x + b, with neither normalisation, scale nor margin.
///
/// @param identities  number of classes, at least 2
public record Softmax(int identities) implements Head {
    static final Kind KIND = new Kind("softmax", List.of(), (n, _) -> new Softmax(n));

    public Softmax {
        Require.identities(identities);
    }

    @Override
    public Kind kind() {
        return KIND;
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
