package dev.facewright.ml.head;

import static dev.facewright.ml.head.Expression.cosine;

/// Turns cosines into logits for cross entropy. Embeddings and centres are normalised before, by the backend.
public interface Head {
    /// As in a recipe, one of `Heads.names()`.
    String name();

    /// How many centres there are; labels are in [0, identities).
    int identities();

    /// What the cosines are multiplied with.
    double scale();

    /// The logit of the image's own identity, of the cosine with its centre.
    Expression targetLogit();

    /// The logit of every other identity, of the cosine with its centre.
    default Expression otherLogit() {
        return cosine().times(scale());
    }
}
