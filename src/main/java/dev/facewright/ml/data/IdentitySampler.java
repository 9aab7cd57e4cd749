package dev.facewright.ml.data;

/// P different identities a batch, K crops of each. Goes through all identities in rounds; those that do not
/// fill a batch at the end of a round are left out of that round.
final class IdentitySampler implements Sampler {
    private final CropsByIdentity crops;
    private final int identitiesPerBatch;
    private final int imagesPerIdentity;
    private final long seed;

    IdentitySampler(CropsByIdentity crops, int identitiesPerBatch, int imagesPerIdentity, long seed) {
        if (crops.identities() < identitiesPerBatch) {
            throw new IllegalArgumentException("A batch needs " + identitiesPerBatch + " identities, the crops have "
                    + crops.identities() + ": lower identitiesPerBatch");
        }
        this.crops = crops;
        this.identitiesPerBatch = identitiesPerBatch;
        this.imagesPerIdentity = imagesPerIdentity;
        this.seed = seed;
    }

    @Override
    public int count() {
        return identitiesPerBatch * imagesPerIdentity;
    }

    @Override
    public int size() {
        return crops.size();
    }

    @Override
    public int[] batch(int epoch, int step) {
        int batchesPerRound = crops.identities() / identitiesPerBatch;
        int round = step / batchesPerRound;
        int[] identities = crops.round(seed, epoch, round);
        int first = step % batchesPerRound * identitiesPerBatch;
        int[] batch = new int[count()];
        for (int i = 0; i < batch.length; i++) {
            int identity = identities[first + i / imagesPerIdentity];
            batch[i] = crops.turn(identity, round * imagesPerIdentity + i % imagesPerIdentity, seed, epoch);
        }
        return batch;
    }
}
