package dev.facewright.platform.training.web;

import dev.facewright.platform.kernel.web.Admission;
import dev.facewright.platform.training.RunId;
import dev.facewright.platform.training.RunMetrics;
import dev.facewright.platform.training.TrainingRuns;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// The open streams of this process. Each looks into the database, since the run may train in another process.
/// On the way down they are closed before the web server waits for its requests to end.
@Component
class RunStreams implements SmartLifecycle {
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final Set<RunStream> open = ConcurrentHashMap.newKeySet();
    private final TrainingRuns runs;
    private final RunMetrics metrics;
    private final TaskScheduler scheduler;
    private volatile boolean running;

    RunStreams(TrainingRuns runs, RunMetrics metrics, TaskScheduler scheduler) {
        this.runs = runs;
        this.metrics = metrics;
        this.scheduler = scheduler;
    }

    /// @throws dev.facewright.platform.training.TrainingProblem.RunNotFound if there is none
    SseEmitter open(RunId id, @Nullable String lastEvent, Admission admission) {
        runs.get(id);
        RunStream stream = new RunStream(id, lastEvent, admission, runs, metrics);
        open.add(stream);
        stream.whenClosed(() -> open.remove(stream));
        stream.follow(scheduler.scheduleAtFixedRate(stream::look, LOOK_EVERY));
        return stream.emitter();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        open.forEach(RunStream::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
