package dev.facewright.platform.training;

import dev.facewright.platform.datasets.DatasetVersionRevoked;
import dev.facewright.platform.jobs.JobQueue;
import dev.facewright.platform.models.ModelEvent;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Stops runs: a waiting one at once, a running one through its job. Also those whose data or start was
/// withdrawn.
@Component
class RunStops {
    private final RunRepository runs;
    private final RunLog log;
    private final JobQueue jobs;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RunStops(RunRepository runs, RunLog log, JobQueue jobs, ApplicationEventPublisher events, Clock clock) {
        this.runs = runs;
        this.log = log;
        this.jobs = jobs;
        this.events = events;
        this.clock = clock;
    }

    @ApplicationModuleListener(id = "training.version-revoked")
    void on(DatasetVersionRevoked revoked) {
        stopAll(runs.liveOn(revoked.version().value()), "dataset-version-revoked");
    }

    @ApplicationModuleListener(id = "training.model-quarantined")
    void on(ModelEvent.Quarantined quarantined) {
        stopAll(runs.liveFrom(quarantined.model().value()), "model-quarantined");
    }

    /// @param row  locked and not ended
    void stop(RunRow row, String reason) {
        if (row.stopReason() != null) {
            return;
        }
        row.stopFor(reason);
        jobs.cancel(row.job(), reason);
        if (row.status() == RunStatus.QUEUED) {
            row.cancelled(reason, clock.instant());
            log.add(row.id(), "cancelled", reason);
            events.publishEvent(new RunEvent.Cancelled(row.id(), reason));
        } else {
            log.add(row.id(), "stop-requested", reason);
            events.publishEvent(new RunEvent.CancelRequested(row.id(), reason));
        }
    }

    private void stopAll(List<UUID> ids, String reason) {
        for (UUID id : ids) {
            runs.lock(id).filter(row -> !row.status().ended()).ifPresent(row -> stop(row, reason));
        }
    }
}
