package dev.facewright.ml.data;

/// Picks the crops of each batch by seed, epoch and step alone. Safe for use by several threads.
interface Sampler {
    /// Crops in every batch.
    int count();

    /// An epoch shows about as many crops as there are; at least 1.
    int stepsPerEpoch();

    /// @return `count` indexes into the source
    int[] batch(int epoch, int step);
}
