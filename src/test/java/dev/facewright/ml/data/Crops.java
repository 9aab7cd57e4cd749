package dev.facewright.ml.data;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/// Crops whose every byte is their index, so that a batch tells which crops it was made of.
final class Crops implements CropSource {
    final AtomicInteger reads = new AtomicInteger();
    private final int size;
    private int broken = -1;

    Crops(int size) {
        this.size = size;
    }

    Crops failingAt(int index) {
        broken = index;
        return this;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int identities() {
        return 3;
    }

    @Override
    public int label(int index) {
        return index % 3;
    }

    @Override
    public void read(int index, byte[] target) {
        reads.incrementAndGet();
        if (index == broken) {
            throw new IllegalArgumentException("crop " + index + " has no consent");
        }
        Arrays.fill(target, (byte) index);
    }

    /// A crop with a different value at every place.
    static byte[] varied() {
        byte[] crop = new byte[CROP_BYTES];
        for (int i = 0; i < crop.length; i++) {
            crop[i] = (byte) ((i / 3 % 112) * 2 + (i / 336) % 30 + i % 3 * 5);
        }
        return crop;
    }
}
