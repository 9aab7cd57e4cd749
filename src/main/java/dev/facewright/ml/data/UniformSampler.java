package dev.facewright.ml.data;

import java.util.Arrays;

/// Every crop at most once an epoch: what does not fill a batch is left out of that epoch.
final class UniformSampler implements Sampler {
    private record Order(int epoch, int[] crops) {}

    private final int size;
    private final int count;
    private final long seed;
    private volatile Order order;

    UniformSampler(int size, int batchSize, long seed) {
        this.size = size;
        this.count = Math.min(batchSize, size);
        this.seed = seed;
        this.order = order(0);
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int[] batch(int epoch, int step) {
        Order known = order;
        if (known.epoch() != epoch) {
            known = order(epoch);
            order = known;
        }
        return Arrays.copyOfRange(known.crops(), step * count, (step + 1) * count);
    }

    private Order order(int epoch) {
        return new Order(epoch, EpochSampler.permutation(size, seed, epoch));
    }
}
