package dev.facewright.platform.benchmarks;

import dev.facewright.ml.image.FaceAligner;
import java.util.Arrays;

/// Crops go into the store in blocks, since one object per crop would make reading ten thousand of them slow.
final class CropBlocks {
    /// 2.4 MB a block.
    static final int CROPS_PER_BLOCK = 64;

    private final BlockSink sink;
    private final byte[] open = new byte[CROPS_PER_BLOCK * FaceAligner.CROP_BYTES];
    private int size;

    interface BlockSink {
        void put(int block, byte[] crops);
    }

    CropBlocks(BlockSink sink) {
        this.sink = sink;
    }

    static int blocksFor(int images) {
        return Math.ceilDiv(images, CROPS_PER_BLOCK);
    }

    /// How many crops the given block of a benchmark holds.
    static int cropsIn(int block, int images) {
        return Math.min(CROPS_PER_BLOCK, images - block * CROPS_PER_BLOCK);
    }

    int size() {
        return size;
    }

    /// @param crop  uint8 `[112, 112, 3]`
    void add(byte[] crop) {
        int slot = size % CROPS_PER_BLOCK;
        System.arraycopy(crop, 0, open, slot * FaceAligner.CROP_BYTES, FaceAligner.CROP_BYTES);
        size++;
        if (slot == CROPS_PER_BLOCK - 1) {
            sink.put(size / CROPS_PER_BLOCK - 1, open);
        }
    }

    /// Writes what is left. No crop may be added after it.
    void finish() {
        int left = size % CROPS_PER_BLOCK;
        if (left > 0) {
            sink.put(size / CROPS_PER_BLOCK, Arrays.copyOf(open, left * FaceAligner.CROP_BYTES));
        }
    }
}
