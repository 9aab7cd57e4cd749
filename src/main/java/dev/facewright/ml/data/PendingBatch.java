package dev.facewright.ml.data;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// A batch in the making, in as many parts as there are threads.
final class PendingBatch {
    private final int epoch;
    private final int step;
    private final FloatBuffer buffer;
    private final long[] labels;
    private final List<Future<?>> parts = new ArrayList<>();
    private volatile boolean dropped;

    /// @param buffer  nobody else writes to it until `await` or `drop` has returned
    PendingBatch(BatchMaker maker, int[] picked, int epoch, int step, FloatBuffer buffer) {
        this.epoch = epoch;
        this.step = step;
        this.buffer = buffer;
        this.labels = maker.labels(picked);
    }

    static PendingBatch begin(
            BatchMaker maker, int epoch, int step, FloatBuffer buffer, ExecutorService pool, int threads) {
        int[] picked = maker.pick(epoch, step);
        PendingBatch pending = new PendingBatch(maker, picked, epoch, step, buffer);
        for (int part = 0; part < threads; part++) {
            int from = part * picked.length / threads;
            int to = (part + 1) * picked.length / threads;
            pending.parts.add(
                    pool.submit(() -> maker.make(picked, epoch, step, from, to, buffer, () -> !pending.dropped)));
        }
        return pending;
    }

    int epoch() {
        return epoch;
    }

    int step() {
        return step;
    }

    boolean at(int otherEpoch, int otherStep) {
        return epoch == otherEpoch && step == otherStep;
    }

    FloatBuffer buffer() {
        return buffer;
    }

    /// @throws RuntimeException whatever the source threw, of the first crop in the batch if of several
    Batch await() {
        Throwable failure = failure();
        return switch (failure) {
            case null -> new Batch(buffer.duplicate().clear(), labels);
            case RuntimeException cause -> throw cause;
            case Error cause -> throw cause;
            default -> throw new CompletionException(failure);
        };
    }

    /// Lets go of it: nothing more is written to its buffer once this returns.
    void drop() {
        dropped = true;
        failure();
    }

    /// Waits for every part, since one that goes on would write into a buffer that is used again.
    private @Nullable Throwable failure() {
        Throwable first = null;
        for (Future<?> part : parts) {
            try {
                part.get();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return new IllegalStateException("Interrupted while waiting for a batch", interrupted);
            } catch (ExecutionException failed) {
                first = first == null ? failed.getCause() : first;
            }
        }
        return first;
    }
}
