package dev.facewright.platform.kernel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Runs tasks in parallel and hands their results on in the order of submission, on the submitting thread.
/// A few are under way at a time, so memory does not grow with their number.
public final class OrderedPool<T> implements AutoCloseable {
    private final ExecutorService threads;
    private final Deque<Future<T>> underWay = new ArrayDeque<>();
    private final int most;
    private final Consumer<T> results;

    /// @param name  of its threads: `intake`
    /// @param underWay  tasks in memory for each thread
    public OrderedPool(String name, int threads, int underWay, Consumer<T> results) {
        this.threads = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name(name + "-", 1).factory());
        this.most = threads * underWay;
        this.results = results;
    }

    /// Waits for the eldest task if enough are under way. Throws what that task threw.
    public void submit(Callable<T> task) throws InterruptedException {
        if (underWay.size() >= most) {
            handOnEldest();
        }
        underWay.add(threads.submit(task));
    }

    /// Waits for all.
    public void drain() throws InterruptedException {
        while (!underWay.isEmpty()) {
            handOnEldest();
        }
    }

    private void handOnEldest() throws InterruptedException {
        try {
            results.accept(underWay.remove().get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /// Waits until no task does anything any more: what they write is not written after this.
    @Override
    public void close() {
        threads.shutdownNow();
        boolean interrupted = false;
        while (!threads.isTerminated()) {
            try {
                var _ = threads.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
