package dev.facewright.ml.data;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// Keeps crops in memory once they were read, as many as a budget allows; the others are read each time.
///
/// A crop that is kept is not read again. Whoever must look at every read (a consent that may be withdrawn)
/// stands in front of the cache, or calls `forget`.
public final class CropCache implements CropSource {
    private final CropSource source;
    private final AtomicReferenceArray<byte[]> crops;
    private final AtomicLong room;

    /// @param byteBudget  memory for crops; 37,632 bytes each
    public CropCache(CropSource source, long byteBudget) {
        this.source = source;
        this.crops = new AtomicReferenceArray<>(source.size());
        this.room = new AtomicLong(byteBudget / CROP_BYTES);
    }

    @Override
    public int size() {
        return source.size();
    }

    @Override
    public int identities() {
        return source.identities();
    }

    @Override
    public int label(int index) {
        return source.label(index);
    }

    @Override
    public void read(int index, byte[] target) {
        byte[] kept = crops.get(index);
        if (kept != null) {
            System.arraycopy(kept, 0, target, 0, CROP_BYTES);
            return;
        }
        source.read(index, target);
        keep(index, target);
    }

    /// Reads this crop from the source the next time.
    public void forget(int index) {
        if (crops.getAndSet(index, null) != null) {
            room.incrementAndGet();
        }
    }

    private void keep(int index, byte[] crop) {
        boolean fits = room.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        if (fits && !crops.compareAndSet(index, null, crop.clone())) {
            room.incrementAndGet();
        }
    }
}
