package dev.facewright.platform.demo;

import dev.facewright.platform.benchmarks.BenchmarkEvent;
import dev.facewright.platform.datasets.UploadEvent;
import dev.facewright.platform.evaluation.EvaluationEvent;
import dev.facewright.platform.export.ExportEvent;
import dev.facewright.platform.kernel.DomainEvent;
import dev.facewright.platform.training.RunEvent;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Lets the demo wait for the end of what it started, whichever way it ends.
@Component
@Profile("demo")
class DemoSignals {
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final Map<Object, CompletableFuture<DomainEvent>> endings = new ConcurrentHashMap<>();

    @TransactionalEventListener
    void on(DomainEvent event) {
        switch (event) {
            case UploadEvent.Ended ended -> end(ended.upload(), ended);
            case BenchmarkEvent.Ended ended -> end(ended.benchmark(), ended);
            case RunEvent.Ended ended -> end(ended.run(), ended);
            case EvaluationEvent.Ended ended -> end(ended.evaluation(), ended);
            case ExportEvent.Ended ended -> end(ended.export(), ended);
            default -> {}
        }
    }

    private void end(Object id, DomainEvent event) {
        ending(id).complete(event);
    }

    /// Waits for the end of what has this id.
    ///
    /// @throws DemoStopped if it ended otherwise, or not in time
    <T extends DomainEvent> T await(Object id, Class<T> wanted) throws InterruptedException {
        try {
            DomainEvent event = ending(id).get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
            if (wanted.isInstance(event)) {
                return wanted.cast(event);
            }
            throw new DemoStopped(event.facts().action() + " " + event.facts().texts());
        } catch (ExecutionException | TimeoutException e) {
            throw new DemoStopped("Nothing was heard of " + id);
        } finally {
            endings.remove(id);
        }
    }

    private CompletableFuture<DomainEvent> ending(Object id) {
        return endings.computeIfAbsent(id, key -> new CompletableFuture<>());
    }

    /// The story cannot go on.
    static final class DemoStopped extends RuntimeException {
        DemoStopped(String why) {
            super(why);
        }
    }
}
