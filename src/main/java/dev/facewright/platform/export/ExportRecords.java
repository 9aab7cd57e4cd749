package dev.facewright.platform.export;

import dev.facewright.platform.jobs.JobQueue;
import dev.facewright.platform.models.ModelRegistry;
import dev.facewright.platform.models.ModelVersionId;
import java.time.Clock;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Each step in the life of an export's row, in one transaction with its event.
@Component
class ExportRecords {
    private static final Set<ExportStatus> UNDER_WAY = Set.of(ExportStatus.QUEUED, ExportStatus.RUNNING);

    private final ExportRepository exports;
    private final ModelRegistry models;
    private final JobQueue jobs;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ExportRecords(
            ExportRepository exports,
            ModelRegistry models,
            JobQueue jobs,
            ApplicationEventPublisher events,
            Clock clock) {
        this.exports = exports;
        this.models = models;
        this.jobs = jobs;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public ExportId queue(ModelVersionId model) {
        models.requireUsable(model);
        exports.findFirstByModelVersionIdAndStatusIn(model.value(), UNDER_WAY).ifPresent(existing -> {
            throw new ExportUnderWay(existing.id());
        });
        ExportId id = ExportId.random();
        ExportBundle export = exports.saveAndFlush(new ExportBundle(id, model, clock.instant()));
        export.queuedAs(jobs.submit(RunExportHandler.TYPE, new RunExport(id)));
        events.publishEvent(new ExportEvent.Queued(id, model));
        return id;
    }

    @Transactional
    public ModelVersionId start(ExportId id) {
        ExportBundle export = require(id);
        if (export.status() == ExportStatus.QUEUED) {
            export.started();
            events.publishEvent(new ExportEvent.Started(id));
        }
        return export.model();
    }

    /// @throws dev.facewright.platform.models.ModelQuarantined if the model was quarantined meanwhile
    @Transactional
    public void ready(ExportId id, StoredBundle bundle) {
        ExportBundle export = require(id);
        models.holdUsable(export.model());
        export.ready(bundle, clock.instant());
        events.publishEvent(new ExportEvent.Completed(id, export.model(), bundle.sha256()));
    }

    @Transactional
    public void stop(ExportId id) {
        ExportBundle export = require(id);
        if (export.underWay()) {
            export.job().ifPresent(job -> jobs.cancel(job, "cancel-requested"));
            events.publishEvent(new ExportEvent.CancelRequested(id));
        }
    }

    @Transactional
    public void failed(ExportId id, String slug) {
        ExportBundle export = require(id);
        if (export.underWay()) {
            export.failed(slug, clock.instant());
            events.publishEvent(new ExportEvent.Failed(id));
        }
    }

    @Transactional
    public void cancelled(ExportId id) {
        ExportBundle export = require(id);
        if (export.underWay()) {
            export.cancelled(clock.instant());
            events.publishEvent(new ExportEvent.Cancelled(id));
        }
    }

    @Transactional
    public void withdraw(ModelVersionId model) {
        for (ExportBundle export : exports.findByModelVersionIdOrderByCreatedAtDesc(model.value())) {
            if (export.underWay()) {
                export.job().ifPresent(job -> jobs.cancel(job, "cancel-requested"));
            } else if (export.status() == ExportStatus.READY) {
                export.withdrawn();
                events.publishEvent(new ExportEvent.Withdrawn(export.id(), model));
            }
        }
    }

    private ExportBundle require(ExportId id) {
        return exports.findById(id.value()).orElseThrow(() -> new ExportNotFound(id));
    }
}
