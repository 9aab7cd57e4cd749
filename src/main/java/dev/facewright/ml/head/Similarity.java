package dev.facewright.ml.head;

/// How near an embedding is to a centre.
public enum Similarity {
    /// Of the angle between them, in [-1, 1]: neither's length counts.
    COSINE,
    /// w·x + b: a linear classifier, whose centres are its weights.
    LINEAR
}
