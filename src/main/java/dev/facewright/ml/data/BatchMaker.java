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
    private final int views;
    private final long seed;

    BatchMaker(
            CropSource crops,
            Preprocessing preprocessing,
            Augmentation augmentation,
            Sampling sampling,
            int batchSize,
            int views,
            long seed) {
        if (crops.size() < 1 || batchSize < 1 || views < 1) {
            throw new IllegalArgumentException("Need at least one crop, a batch of at least 1 and a view, were "
                    + crops.size() + ", " + batchSize + " and " + views);
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
        this.views = views;
        this.seed = seed;
    }

    /// Crops in every batch.
    int count() {
        return sampler.count();
    }

    /// Pictures in every batch: each crop as often as there are views.
    int pictures() {
        return count() * views;
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

    /// Fills the places [from, to) of each view of a batch; others may fill the rest of the same buffer meanwhile.
    ///
    /// @param wanted  asked before each crop; ends early once it says no
    void make(int[] picked, int epoch, int step, int from, int to, FloatBuffer target, BooleanSupplier wanted) {
        Augmenter augmenter = new Augmenter(augmentation.steps());
        byte[] crop = new byte[CropSource.CROP_BYTES];
        byte[] shown = new byte[CropSource.CROP_BYTES];
        for (int i = from; i < to && wanted.getAsBoolean(); i++) {
            crops.read(picked[i], crop);
            for (int view = 0; view < views; view++) {
                System.arraycopy(crop, 0, shown, 0, shown.length);
                augmenter.apply(shown, EpochSampler.random(seed, epoch, place(step, i, view)));
                Preprocess.toTensor(shown, preprocessing, target, (view * count() + i) * Preprocess.TENSOR_VALUES);
            }
        }
    }

    /// No two pictures of an epoch share their random numbers; first views have those of a batch with one view.
    private long place(int step, int crop, int view) {
        return ((long) view << Integer.SIZE) + (long) step * count() + crop;
    }
}
