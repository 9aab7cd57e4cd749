package dev.facewright.ml.head;

/// What a training program lowers: a loss over labelled images, or over views of unlabelled ones.
public sealed interface Objective permits Head, Contrastive {
    /// How many pictures of each image a step takes, each augmented on its own.
    default int views() {
        return 1;
    }
}
