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
    private final Runnable gate;

    /// @param gate  throws once it may not be measured on any more
    BenchmarkImages(BenchmarkObjects objects, BenchmarkId id, DataKeyId key, Runnable gate) {
        this.gate = gate;
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
    /// @throws BenchmarkProblem.BenchmarkWithdrawn if someone in it agrees to it no more
    /// @throws BenchmarkProblem.BenchmarkNotReady if the benchmark was deleted meanwhile
    public byte[] block(int block) {
        gate.run();
        return objects.block(id, key, block);
    }
}
