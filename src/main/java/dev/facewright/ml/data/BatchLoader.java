package dev.facewright.ml.data;

import dev.facewright.ml.graph.Preprocessing;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Makes batches on its own thread, two ahead of the one in use. Used by one thread; closed by whoever made it.
///
/// A batch depends on seed, epoch and step alone, never on what was asked for before. The last crops of an epoch
/// that do not fill a batch are left out of that epoch; a source smaller than one batch gives one smaller batch.
public final class BatchLoader implements AutoCloseable {
    private static final int AHEAD = 2;

    private record Place(int epoch, int step) {}

    private record Made(Place place, FloatBuffer buffer, Future<Batch> batch) {}

    private final BatchMaker maker;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("batch-loader").daemon().factory());
    private final Deque<Made> ahead = new ArrayDeque<>();
    private final Deque<FloatBuffer> free = new ArrayDeque<>();
    private @Nullable FloatBuffer inUse;

    /// @param batchSize  crops a step, at least 1
    /// @throws IllegalArgumentException if the source is empty, the batch size is below 1 or the augmentation
    ///     has problems
    public BatchLoader(
            CropSource crops, Preprocessing preprocessing, Augmentation augmentation, int batchSize, long seed) {
        this.maker = new BatchMaker(crops, preprocessing, augmentation, batchSize, seed);
        for (int i = 0; i <= AHEAD; i++) {
            free.add(
                    ByteBuffer.allocateDirect(Math.multiplyExact(maker.count(), Preprocess.TENSOR_VALUES * Float.BYTES))
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
        if (thread.isShutdown()) {
            throw new IllegalStateException("The batch loader is closed");
        }
        Place wanted = new Place(epoch, step);
        maker.check(epoch, step);
        release();
        dropUnless(wanted);
        fill(wanted);
        Made next = ahead.removeFirst();
        inUse = next.buffer();
        return await(next.batch());
    }

    private void release() {
        if (inUse != null) {
            free.add(inUse);
            inUse = null;
        }
    }

    private void dropUnless(Place wanted) {
        if (!ahead.isEmpty() && !ahead.getFirst().place().equals(wanted)) {
            // Its buffer cannot be filled by two tasks at once, since one thread runs them in order.
            ahead.forEach(made -> free.add(made.buffer()));
            ahead.forEach(made -> made.batch().cancel(false));
            ahead.clear();
        }
    }

    private void fill(Place wanted) {
        Place place = ahead.isEmpty() ? wanted : after(ahead.getLast().place());
        while (!free.isEmpty()) {
            FloatBuffer buffer = free.removeFirst();
            Place made = place;
            ahead.add(new Made(made, buffer, thread.submit(() -> maker.make(made.epoch(), made.step(), buffer))));
            place = after(place);
        }
    }

    private Place after(Place place) {
        boolean last = place.step() + 1 == stepsPerEpoch();
        return last ? new Place(place.epoch() + 1, 0) : new Place(place.epoch(), place.step() + 1);
    }

    private static Batch await(Future<Batch> batch) {
        try {
            return batch.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for a batch", interrupted);
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new CompletionException(failed);
            }
        }
    }

    /// Waits for the crop being read at this moment, then ends the thread.
    @Override
    public void close() {
        ahead.forEach(made -> made.batch().cancel(false));
        ahead.clear();
        thread.shutdown();
        thread.close();
    }
}
