package dev.facewright.platform.datasets.upload;

import dev.facewright.platform.datasets.DatasetId;
import dev.facewright.platform.datasets.DatasetProblem.UploadNotFound;
import dev.facewright.platform.datasets.UploadEvent;
import dev.facewright.platform.datasets.UploadId;
import dev.facewright.platform.datasets.UploadView;
import dev.facewright.platform.datasets.registry.DatasetRepository;
import dev.facewright.platform.datasets.upload.ArchiveSafe.StoredArchive;
import dev.facewright.platform.datasets.upload.UploadHandler.UploadPayload;
import dev.facewright.platform.jobs.JobId;
import dev.facewright.platform.jobs.JobQueue;
import dev.facewright.platform.jobs.Lives;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/// Receives archives and brings their uploads to an end.
@Component
public class Uploads {
    private final DatasetRepository datasets;
    private final UploadRepository uploads;
    private final RefusalRepository refusals;
    private final ArchiveSafe safe;
    private final JobQueue jobs;
    private final Lives lives;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Uploads(
            DatasetRepository datasets,
            UploadRepository uploads,
            RefusalRepository refusals,
            ArchiveSafe safe,
            JobQueue jobs,
            Lives lives,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.datasets = datasets;
        this.uploads = uploads;
        this.refusals = refusals;
        this.safe = safe;
        this.jobs = jobs;
        this.lives = lives;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    public UploadId receive(DatasetId dataset, Path archive) {
        datasets.get(dataset);
        UploadId id = UploadId.random();
        try {
            safe.check(archive);
            StoredArchive stored = safe.put(id, archive);
            enqueue(id, dataset, stored);
            return id;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void enqueue(UploadId id, DatasetId dataset, StoredArchive stored) {
        boolean queued = false;
        try {
            transactions.executeWithoutResult(status -> {
                JobId job = jobs.submit(UploadHandler.TYPE, new UploadPayload(id));
                uploads.save(new Upload(id, dataset, stored, job, clock.instant()));
                events.publishEvent(new UploadEvent.Queued(dataset, id, stored.bytes()));
            });
            queued = true;
        } finally {
            if (!queued) {
                safe.forget(stored);
            }
        }
    }

    /// @throws UploadNotFound if there is none
    @Transactional(readOnly = true)
    public UploadView view(UploadId id) {
        return uploads.findById(id.value()).map(Upload::view).orElseThrow(() -> new UploadNotFound(id));
    }

    /// Ends an upload early; what it took stays.
    @Transactional
    public void cancel(UploadId id) {
        lives.cancel(lock(id), JobQueue.CANCEL_REQUESTED);
    }

    /// Empty once the archive is gone.
    @Transactional(readOnly = true)
    public Optional<StoredArchive> archive(UploadId id) {
        return uploads.findById(id.value()).flatMap(Upload::archive);
    }

    @Transactional
    public void startOver(UploadId id, int total) {
        lock(id).startOver(total);
        refusals.clear(id.value());
    }

    @Transactional
    public void progressed(UploadId id, UploadTally.Counts counts) {
        uploads.progressed(
                id.value(),
                counts.processed(),
                counts.accepted(),
                counts.duplicates(),
                counts.refused(),
                counts.skipped());
    }

    /// The archive goes, whatever the end was.
    @Transactional
    public void forgetArchive(UploadId id) {
        Upload upload = lock(id);
        upload.archive().ifPresent(safe::forget);
        upload.forgetArchive();
    }

    private Upload lock(UploadId id) {
        return uploads.lock(id.value()).orElseThrow(() -> new UploadNotFound(id));
    }
}
