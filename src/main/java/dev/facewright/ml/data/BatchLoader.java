package dev.facewright.ml.data;

import dev.facewright.ml.graph.Preprocessing;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// Makes batches on threads of its own, two ahead of the one in use. Used by one thread; closed by whoever made
/// it.
///
/// A batch depends on seed, epoch and step alone, never on what was asked for before nor on the number of
/// threads. A source smaller than one batch gives one smaller batch.
public final class BatchLoader implements AutoCloseable {
    private static final int AHEAD = 2;
    private static final int MOST_THREADS = 4;

    private final BatchMaker maker;
    private final int threads;
    private final ExecutorService pool;
    private final Deque<PendingBatch> ahead = new ArrayDeque<>();
    private final Deque<FloatBuffer> free = new ArrayDeque<>();
    private @Nullable FloatBuffer inUse;

    /// @param batchSize  crops a step, at least 1
    /// @param views  pictures of each crop, at least 1, each augmented on its own
    /// @throws IllegalArgumentException if the source is empty, batch size or views are below 1, or augmentation
    ///     or sampling have problems
    public BatchLoader(
            CropSource crops,
            Preprocessing preprocessing,
            Augmentation augmentation,
            Sampling sampling,
            int batchSize,
            int views,
            long seed) {
        this(
                new BatchMaker(crops, preprocessing, augmentation, sampling, batchSize, views, seed),
                Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
    }

    BatchLoader(BatchMaker maker, int threads) {
        this.maker = maker;
        this.threads = threads;
        this.pool = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("batch-loader-", 0).daemon().factory());
        int bytes = Math.multiplyExact(maker.pictures(), Preprocess.TENSOR_VALUES * Float.BYTES);
        for (int i = 0; i <= AHEAD; i++) {
            free.add(ByteBuffer.allocateDirect(bytes)
                    .order(ByteOrder.nativeOrder())
                    .asFloatBuffer());
        }
    }

    /// Steps that make one epoch, at least 1.
    public int stepsPerEpoch() {
        return maker.stepsPerEpoch();
    }

    /// The batch of one step. The images of the batch before become invalid.
    ///
    /// @param epoch  from 0
    /// @param step  in [0, stepsPerEpoch)
    /// @throws RuntimeException whatever the source threw when a crop of this batch was read
    /// @throws IllegalStateException if the loader is closed
    public Batch batch(int epoch, int step) {
        if (pool.isShutdown()) {
            throw new IllegalStateException("The batch loader is closed");
        }
        release();
        dropUnless(epoch, step);
        fill(epoch, step);
        PendingBatch next = ahead.removeFirst();
        inUse = next.buffer();
        return next.await();
    }

    private void release() {
        if (inUse != null) {
            free.add(inUse);
            inUse = null;
        }
    }

    private void dropUnless(int epoch, int step) {
        if (!ahead.isEmpty() && !ahead.getFirst().at(epoch, step)) {
            ahead.forEach(PendingBatch::drop);
            ahead.forEach(pending -> free.add(pending.buffer()));
            ahead.clear();
        }
    }

    private void fill(int epoch, int step) {
        if (ahead.isEmpty()) {
            begin(epoch, step);
        }
        while (!free.isEmpty()) {
            PendingBatch last = ahead.getLast();
            boolean ends = last.step() + 1 == stepsPerEpoch();
            begin(ends ? last.epoch() + 1 : last.epoch(), ends ? 0 : last.step() + 1);
        }
    }

    private void begin(int epoch, int step) {
        maker.check(epoch, step);
        ahead.add(PendingBatch.begin(maker, epoch, step, free.removeFirst(), pool, threads));
    }

    /// Waits for the crops being read at this moment, then ends the threads.
    @Override
    public void close() {
        ahead.forEach(PendingBatch::drop);
        ahead.clear();
        pool.close();
    }
}
