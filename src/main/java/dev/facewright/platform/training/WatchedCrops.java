package dev.facewright.platform.training;

import dev.facewright.ml.data.CropSource;
import java.time.Duration;
import java.util.function.LongSupplier;

/// Stands in front of the cache and asks every so often whether the data may still be used: a crop that is
/// kept in memory is not fetched again, and so would never be asked about.
class WatchedCrops implements CropSource {
    private final CropSource crops;
    private final Runnable check;
    private final long everyNanos;
    private final LongSupplier nanoTime;
    private volatile long checkedAt;

    /// @param check  throws if the data may not be used any more
    WatchedCrops(CropSource crops, Runnable check, Duration every, LongSupplier nanoTime) {
        this.crops = crops;
        this.check = check;
        this.everyNanos = every.toNanos();
        this.nanoTime = nanoTime;
        this.checkedAt = nanoTime.getAsLong() - everyNanos;
    }

    @Override
    public int size() {
        return crops.size();
    }

    @Override
    public int identities() {
        return crops.identities();
    }

    @Override
    public int label(int index) {
        return crops.label(index);
    }

    @Override
    public void read(int index, byte[] target) {
        long now = nanoTime.getAsLong();
        if (now - checkedAt >= everyNanos) {
            check.run();
            checkedAt = now;
        }
        crops.read(index, target);
    }
}
