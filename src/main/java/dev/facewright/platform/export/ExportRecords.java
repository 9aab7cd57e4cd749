package dev.facewright.platform.export;

import dev.facewright.platform.export.ExportProblem.ExportNotFound;
import dev.facewright.platform.export.ExportProblem.ExportUnderWay;
import dev.facewright.platform.export.RunExportHandler.RunExport;
import dev.facewright.platform.jobs.JobQueue;
import dev.facewright.platform.jobs.Lives;
import dev.facewright.platform.models.ModelRegistry;
import dev.facewright.platform.models.ModelVersionId;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What happens to an export's row beyond its job, each in one transaction with its event.
@Component
class ExportRecords {
    private final ExportRepository exports;
    private final ModelRegistry models;
    private final JobQueue jobs;
    private final Lives lives;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ExportRecords(
            ExportRepository exports,
            ModelRegistry models,
            JobQueue jobs,
            Lives lives,
            ApplicationEventPublisher events,
            Clock clock) {
        this.exports = exports;
        this.models = models;
        this.jobs = jobs;
        this.lives = lives;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public ExportId queue(ModelVersionId model) {
        models.requireUsable(model);
        exports.findUnderWay(model.value()).ifPresent(existing -> {
            throw new ExportUnderWay(existing.id());
        });
        ExportId id = ExportId.random();
        ExportBundle export = exports.saveAndFlush(new ExportBundle(id, model, clock.instant()));
        export.life().queuedAs(jobs.submit(RunExportHandler.TYPE, new RunExport(id)));
        events.publishEvent(new ExportEvent.Queued(id, model));
        return id;
    }

    /// @return false if it was cancelled meanwhile
    /// @throws dev.facewright.platform.models.ModelProblem.ModelQuarantined if the model was quarantined meanwhile
    @Transactional
    public boolean ready(ExportId id, StoredBundle bundle) {
        ExportBundle export = lock(id);
        if (export.life().ended() || export.life().cancelling()) {
            return false;
        }
        models.holdUsable(export.model());
        export.gave(bundle);
        lives.succeed(export);
        return true;
    }

    @Transactional
    public void cancel(ExportId id) {
        lives.cancel(lock(id), JobQueue.CANCEL_REQUESTED);
    }

    /// @param reason  a slug
    @Transactional
    public void withdraw(ModelVersionId model, String reason) {
        for (UUID id : exports.ofModel(model.value())) {
            ExportBundle export = lock(new ExportId(id));
            lives.cancel(export, reason);
            if (export.withdraw()) {
                events.publishEvent(new ExportEvent.Withdrawn(export.id(), model));
            }
        }
    }

    private ExportBundle lock(ExportId id) {
        return exports.lock(id.value()).orElseThrow(() -> new ExportNotFound(id));
    }
}
