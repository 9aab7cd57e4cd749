package dev.facewright.ml.data;

import dev.facewright.ml.augment.Augmenter;
import dev.facewright.ml.graph.Preprocessing;
import java.nio.FloatBuffer;
import java.util.function.BooleanSupplier;

/// Fills batches: reads their crops, augments them, turns them into tensors. Safe for use by several threads.
final class BatchMaker {
    private final CropSource crops;
    private final Preprocessing preprocessing;
    private final Augmentation augmentation;
    private final Sampler sampler;
    private final long seed;

    BatchMaker(
            CropSource crops,
            Preprocessing preprocessing,
            Augmentation augmentation,
            Sampling sampling,
            int batchSize,
            long seed) {
        if (crops.size() < 1 || batchSize < 1) {
            throw new IllegalArgumentException(
                    "Need at least one crop and a batch of at least 1, were " + crops.size() + " and " + batchSize);
        }
        if (!augmentation.problems().isEmpty()) {
            throw new IllegalArgumentException("Augmentation is out of range: " + augmentation.problems());
        }
        if (!sampling.problems(batchSize).isEmpty()) {
            throw new IllegalArgumentException("Sampling is out of range: " + sampling.problems(batchSize));
        }
        this.crops = crops;
        this.preprocessing = preprocessing;
        this.augmentation = augmentation;
        this.sampler = sampling.sampler(crops, batchSize, seed);
        this.seed = seed;
    }

    /// Crops in every batch.
    int count() {
        return sampler.count();
    }

    int stepsPerEpoch() {
        return sampler.stepsPerEpoch();
    }

    /// @throws IllegalArgumentException if there is no such step
    void check(int epoch, int step) {
        if (epoch < 0 || step < 0 || step >= stepsPerEpoch()) {
            throw new IllegalArgumentException("Epoch " + epoch + " has no step " + step);
        }
    }

    /// The crops of one batch.
    int[] pick(int epoch, int step) {
        return sampler.batch(epoch, step);
    }

    long[] labels(int[] picked) {
        long[] labels = new long[picked.length];
        for (int i = 0; i < picked.length; i++) {
            labels[i] = crops.label(picked[i]);
        }
        return labels;
    }

    /// Fills the places [from, to) of a batch; others may fill the rest of the same buffer meanwhile.
    ///
    /// @param wanted  asked before each crop; ends early once it says no
    void make(int[] picked, int epoch, int step, int from, int to, FloatBuffer target, BooleanSupplier wanted) {
        Augmenter augmenter = new Augmenter(augmentation.steps());
        byte[] crop = new byte[CropSource.CROP_BYTES];
        for (int i = from; i < to && wanted.getAsBoolean(); i++) {
            crops.read(picked[i], crop);
            augmenter.apply(crop, EpochSampler.random(seed, epoch, (long) step * count() + i));
            Preprocess.toTensor(crop, preprocessing, target, i * Preprocess.TENSOR_VALUES);
        }
    }
}
