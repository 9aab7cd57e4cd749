package dev.facewright.ml.data;

/// Picks the crops of each batch by seed, epoch and step alone. Safe for use by several threads.
interface Sampler {
    /// Crops in every batch.
    int count();

    /// Crops there are.
    int size();

    /// An epoch shows about as many crops as there are; at least 1.
    default int stepsPerEpoch() {
        return Math.max(1, size() / count());
    }

    /// @return `count` indexes into the source
    int[] batch(int epoch, int step);
}
