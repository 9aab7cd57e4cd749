package dev.facewright.platform.export;

import dev.facewright.platform.export.ExportProblem.ExportNotFound;
import dev.facewright.platform.export.ExportProblem.ExportUnderWay;
import dev.facewright.platform.export.RunExportHandler.RunExport;
import dev.facewright.platform.jobs.JobQueue;
import dev.facewright.platform.jobs.Lives;
import dev.facewright.platform.models.ModelRegistry;
import dev.facewright.platform.models.ModelVersionId;
import dev.facewright.platform.storage.DataKeyId;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What happens to an export's row beyond its job, each in one transaction with its event.
@Component
class ExportRecords {
    private final ExportRepository exports;
    private final BundleStore bundles;
    private final ModelRegistry models;
    private final JobQueue jobs;
    private final Lives lives;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ExportRecords(
            ExportRepository exports,
            BundleStore bundles,
            ModelRegistry models,
            JobQueue jobs,
            Lives lives,
            ApplicationEventPublisher events,
            Clock clock) {
        this.exports = exports;
        this.bundles = bundles;
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

    /// What its bundle is encrypted with, made when it is needed first.
    @Transactional
    public DataKeyId key(ExportId id) {
        ExportBundle export = lock(id);
        DataKeyId key = export.dataKey();
        if (key == null) {
            key = bundles.createKey(id);
            export.encryptWith(key);
        }
        return key;
    }

    /// What a quarantine withdrew for good goes with its key.
    @Transactional
    public void destroy(ModelVersionId model) {
        for (UUID id : exports.ofModel(model.value())) {
            ExportBundle export = lock(new ExportId(id));
            if (export.destroy(clock.instant())) {
                Optional.ofNullable(export.dataKey()).ifPresent(bundles::destroyKey);
                events.publishEvent(new BundleStore.Unused(export.bundleKey().orElseThrow()));
                events.publishEvent(new ExportEvent.Destroyed(export.id(), model));
            }
        }
    }

    /// Encrypts the bundle of an export of before bundles were.
    @Transactional
    public void seal(ExportId id) throws IOException {
        ExportBundle export = lock(id);
        if (export.plain()) {
            DataKeyId key = bundles.createKey(id);
            export.encryptWith(key);
            export.sealedAt(bundles.seal(id, key, export.bundleKey().orElseThrow()));
        }
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
