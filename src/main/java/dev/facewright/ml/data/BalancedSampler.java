package dev.facewright.ml.data;

/// Goes through all identities in rounds, one crop of each a round, so that within an epoch no identity is shown
/// more than once more often than another.
final class BalancedSampler implements Sampler {
    private final CropsByIdentity crops;
    private final int count;
    private final long seed;

    BalancedSampler(CropsByIdentity crops, int batchSize, long seed) {
        this.crops = crops;
        this.count = Math.min(batchSize, crops.size());
        this.seed = seed;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public int size() {
        return crops.size();
    }

    @Override
    public int[] batch(int epoch, int step) {
        int[] batch = new int[count];
        int[] identities = {};
        int identitiesOf = -1;
        for (int i = 0; i < count; i++) {
            int place = step * count + i;
            int round = place / crops.identities();
            if (round != identitiesOf) {
                identities = crops.round(seed, epoch, round);
                identitiesOf = round;
            }
            batch[i] = crops.turn(identities[place % crops.identities()], round, seed, epoch);
        }
        return batch;
    }
}
