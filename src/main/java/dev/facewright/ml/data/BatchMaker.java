package dev.facewright.ml.data;

import dev.facewright.ml.augment.Augmenter;
import dev.facewright.ml.graph.Preprocessing;
import java.nio.FloatBuffer;

/// Fills one batch: picks its crops, augments them, turns them into a tensor. Used by one thread at a time.
final class BatchMaker {
    private final CropSource crops;
    private final Preprocessing preprocessing;
    private final int count;
    private final long seed;
    private final Augmenter augmenter;
    private final byte[] crop = new byte[CropSource.CROP_BYTES];
    private int orderedEpoch = -1;
    private int[] order = {};

    BatchMaker(CropSource crops, Preprocessing preprocessing, Augmentation augmentation, int batchSize, long seed) {
        if (crops.size() < 1 || batchSize < 1) {
            throw new IllegalArgumentException(
                    "Need at least one crop and a batch of at least 1, were " + crops.size() + " and " + batchSize);
        }
        if (!augmentation.problems().isEmpty()) {
            throw new IllegalArgumentException("Augmentation is out of range: " + augmentation.problems());
        }
        this.crops = crops;
        this.preprocessing = preprocessing;
        this.augmenter = new Augmenter(augmentation.steps());
        this.count = Math.min(batchSize, crops.size());
        this.seed = seed;
    }

    /// Crops in every batch.
    int count() {
        return count;
    }

    int stepsPerEpoch() {
        return crops.size() / count;
    }

    void check(int epoch, int step) {
        if (epoch < 0 || step < 0 || step >= stepsPerEpoch()) {
            throw new IllegalArgumentException("Epoch " + epoch + " has no step " + step);
        }
    }

    Batch make(int epoch, int step, FloatBuffer target) {
        long[] labels = new long[count];
        for (int i = 0; i < count; i++) {
            int place = step * count + i;
            int index = order(epoch)[place];
            crops.read(index, crop);
            augmenter.apply(crop, EpochSampler.random(seed, epoch, place));
            Preprocess.toTensor(crop, preprocessing, target, i * Preprocess.TENSOR_VALUES);
            labels[i] = crops.label(index);
        }
        return new Batch(target.duplicate().clear(), labels);
    }

    private int[] order(int epoch) {
        if (epoch != orderedEpoch) {
            order = EpochSampler.permutation(crops.size(), seed, epoch);
            orderedEpoch = epoch;
        }
        return order;
    }
}
