package dev.facewright.platform.benchmarks;

import dev.facewright.ml.verify.Pair;
import dev.facewright.platform.storage.DataKeyId;
import java.util.List;

/// A benchmark opened to be measured on: its aligned crops, block by block, and the pairs that name them by
/// position.
public final class BenchmarkImages {
    private final BenchmarkObjects objects;
    private final BenchmarkId id;
    private final DataKeyId key;
    private final BenchmarkIndex index;

    BenchmarkImages(BenchmarkObjects objects, BenchmarkId id, DataKeyId key) {
        this.objects = objects;
        this.id = id;
        this.key = key;
        this.index = objects.index(id, key);
    }

    /// How many crops there are.
    public int count() {
        return index.images();
    }

    /// In the order of the pairs file; `first` and `second` are positions in decimal.
    public List<Pair> pairs() {
        return index.pairs();
    }

    public int blocks() {
        return CropBlocks.blocksFor(index.images());
    }

    /// How many crops that block holds.
    public int countIn(int block) {
        return CropBlocks.cropsIn(block, index.images());
    }

    /// Reads and decrypts one block.
    ///
    /// @return uint8 `[countIn(block), 112, 112, 3]`
    /// @throws dev.facewright.platform.storage.StorageProblem.KeyDestroyed if the benchmark was deleted meanwhile
    public byte[] block(int block) {
        return objects.block(id, key, block);
    }
}
