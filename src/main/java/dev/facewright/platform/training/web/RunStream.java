package dev.facewright.platform.training.web;

import dev.facewright.platform.kernel.web.Admission;
import dev.facewright.platform.training.RunId;
import dev.facewright.platform.training.RunMetrics;
import dev.facewright.platform.training.RunMetrics.StepMetrics;
import dev.facewright.platform.training.RunView;
import dev.facewright.platform.training.TrainingRuns;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// One reader's view of one run: sends what is new since the last look.
class RunStream {
    private static final int OVERVIEW_POINTS = 1500;
    private static final int MOST_AT_ONCE = 500;
    private static final int QUIET_LOOKS = 30;
    /// A browser comes back by itself; what is cut off without a word is not kept for longer.
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final RunId id;
    private final Admission admission;
    private final TrainingRuns runs;
    private final RunMetrics metrics;
    private final SseEmitter emitter = new SseEmitter(LIMIT.toMillis());
    private final AtomicBoolean closed = new AtomicBoolean();
    private final ReentrantLock busy = new ReentrantLock();
    private volatile @Nullable Future<?> looking;
    private Runnable onClose = () -> {};
    private long place;
    private @Nullable RunView sent;
    private int quiet;

    RunStream(RunId id, @Nullable String lastEvent, Admission admission, TrainingRuns runs, RunMetrics metrics) {
        this.id = id;
        this.admission = admission;
        this.runs = runs;
        this.metrics = metrics;
        this.place = place(lastEvent);
        emitter.onCompletion(this::close);
        emitter.onTimeout(this::close);
        emitter.onError(failure -> close());
    }

    SseEmitter emitter() {
        return emitter;
    }

    void whenClosed(Runnable action) {
        onClose = action;
    }

    void follow(Future<?> task) {
        looking = task;
        if (closed.get()) {
            task.cancel(false);
        }
    }

    /// One look at a time: a slow reader misses some rather than have them pile up.
    void look() {
        if (busy.tryLock()) {
            try {
                if (!closed.get()) {
                    sendNews();
                }
            } finally {
                busy.unlock();
            }
        }
    }

    /// The run is read before its steps: once it has ended, no further step can come.
    private void sendNews() {
        try {
            if (!admission.holds()) {
                close();
                return;
            }
            RunView run = runs.get(id);
            boolean newSteps = sendSteps();
            boolean changed = sendRun(run);
            if (run.status().ended()) {
                send("end", run.status());
                close();
            } else {
                keepAlive(newSteps || changed);
            }
        } catch (IOException | RuntimeException gone) {
            // Nobody reads any more, or the database is away: the reader comes back with the last event's id.
            close();
        }
    }

    void close() {
        if (closed.compareAndSet(false, true)) {
            Future<?> task = looking;
            if (task != null) {
                task.cancel(false);
            }
            onClose.run();
            emitter.complete();
        }
    }

    private boolean sendSteps() throws IOException {
        boolean any = false;
        StepMetrics next = place == 0 ? metrics.overview(id, OVERVIEW_POINTS) : metrics.since(id, place, MOST_AT_ONCE);
        while (!next.steps().isEmpty()) {
            any = true;
            place = next.upTo();
            send("metrics", next.steps());
            next = metrics.since(id, place, MOST_AT_ONCE);
        }
        return any;
    }

    private boolean sendRun(RunView run) throws IOException {
        if (run.equals(sent)) {
            return false;
        }
        sent = run;
        send("run", run);
        return true;
    }

    private void send(String name, Object data) throws IOException {
        emitter.send(SseEmitter.event().id(Long.toString(place)).name(name).data(data, MediaType.APPLICATION_JSON));
    }

    private void keepAlive(boolean news) throws IOException {
        quiet = news ? 0 : quiet + 1;
        if (quiet >= QUIET_LOOKS) {
            quiet = 0;
            emitter.send(SseEmitter.event().comment("still here"));
        }
    }

    private static long place(@Nullable String lastEvent) {
        return lastEvent != null && lastEvent.matches("\\d{1,18}") ? Long.parseLong(lastEvent) : 0;
    }
}
