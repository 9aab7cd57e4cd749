package dev.facewright.platform.training;

import dev.facewright.platform.jobs.JobOutcome;
import dev.facewright.platform.models.ModelRegistry;
import dev.facewright.platform.models.ModelVersionId;
import dev.facewright.platform.models.NewModelVersion;
import java.time.Clock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The transactions by which a run goes from one status to the next. A run that has ended stays as it is.
@Component
class RunRecords {
    private final RunRepository runs;
    private final RunViews views;
    private final RunLog log;
    private final ModelRegistry models;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RunRecords(
            RunRepository runs,
            RunViews views,
            RunLog log,
            ModelRegistry models,
            ApplicationEventPublisher events,
            Clock clock) {
        this.runs = runs;
        this.views = views;
        this.log = log;
        this.models = models;
        this.events = events;
        this.clock = clock;
    }

    /// @return the run as it begins or goes on, or as it ended
    @Transactional
    public RunView begin(RunId id, int attempt) {
        unlessEnded(id, row -> {
            row.started(clock.instant());
            log.add(id, attempt == 1 ? "started" : "taken-up-again", Integer.toString(attempt));
            events.publishEvent(new RunEvent.Started(id, attempt));
        });
        return views.of(find(id));
    }

    /// @param device  such as `cpu` or `cuda:0-3`
    @Transactional
    public void trainsOn(RunId id, String device) {
        unlessEnded(id, row -> {
            row.trainsOn(device);
            log.add(id, "trains-on", device);
        });
    }

    /// Registers the model and ends the run, both or neither.
    @Transactional
    public void complete(RunId id, NewModelVersion model) {
        unlessEnded(id, row -> {
            ModelVersionId version = models.register(model);
            row.succeeded(version, clock.instant());
            log.add(id, "succeeded");
            events.publishEvent(new RunEvent.Completed(id, version));
        });
    }

    @Transactional
    public void fail(RunId id, String reason, @Nullable String detail) {
        unlessEnded(id, row -> {
            row.failed(reason, detail, clock.instant());
            log.add(id, "failed", reason);
            events.publishEvent(new RunEvent.Failed(id, reason));
        });
    }

    /// @param reason  why, unless the run was asked to stop for another reason before
    @Transactional
    public void cancelled(RunId id, String reason) {
        unlessEnded(id, row -> {
            String first = row.stopReason() == null ? reason : row.stopReason();
            row.cancelled(first, clock.instant());
            log.add(id, "cancelled", first);
            events.publishEvent(new RunEvent.Cancelled(id, first));
        });
    }

    /// To be gone on with elsewhere or after a restart.
    @Transactional
    public void putBack(RunId id) {
        unlessEnded(id, row -> {
            row.putBack();
            log.add(id, "put-back");
            events.publishEvent(new RunEvent.PutBack(id, "shutting-down"));
        });
    }

    /// The last word when a job ends without its run having ended.
    @Transactional
    public void jobEnded(RunId id, JobOutcome outcome) {
        switch (outcome) {
            case JobOutcome.Failed failed -> fail(id, failed.reason(), failed.traceId());
            case JobOutcome.Cancelled cancelled -> cancelled(id, cancelled.reason());
            case JobOutcome.Succeeded _, JobOutcome.RetryLater _ -> {}
        }
    }

    private void unlessEnded(RunId id, Consumer<RunRow> change) {
        RunRow row = runs.lock(id.value()).orElseThrow(() -> new RunNotFound(id));
        if (!row.status().ended()) {
            change.accept(row);
        }
    }

    private RunRow find(RunId id) {
        return runs.findById(id.value()).orElseThrow(() -> new RunNotFound(id));
    }
}
