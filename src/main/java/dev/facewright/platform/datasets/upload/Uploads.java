package dev.facewright.platform.datasets.upload;

import dev.facewright.platform.datasets.DatasetId;
import dev.facewright.platform.datasets.DatasetProblem.UploadNotFound;
import dev.facewright.platform.datasets.UploadEvent;
import dev.facewright.platform.datasets.UploadId;
import dev.facewright.platform.datasets.UploadView;
import dev.facewright.platform.datasets.registry.DatasetRepository;
import dev.facewright.platform.datasets.upload.ArchiveSafe.StoredArchive;
import dev.facewright.platform.datasets.upload.UploadHandler.UploadPayload;
import dev.facewright.platform.jobs.JobOutcome.Failed;
import dev.facewright.platform.jobs.JobQueue;
import dev.facewright.platform.jobs.Lives;
import dev.facewright.platform.storage.ObjectKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
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
            StoredArchive stored = begin(id, dataset, safe.plan(id), Files.size(archive));
            receive(id, stored, archive);
            return id;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The row is there before the archive and its key are, so that neither is ever without somebody who knows it.
    private StoredArchive begin(UploadId id, DatasetId dataset, ObjectKey key, long bytes) {
        return Objects.requireNonNull(transactions.execute(status -> {
            StoredArchive stored = new StoredArchive(key, bytes, safe.createKey(id));
            uploads.save(new Upload(id, dataset, stored, clock.instant()));
            return stored;
        }));
    }

    private void receive(UploadId id, StoredArchive stored, Path archive) throws IOException {
        boolean received = false;
        try {
            safe.put(id, stored, archive);
            transactions.executeWithoutResult(status -> queue(lock(id), stored));
            received = true;
        } finally {
            if (!received) {
                abandon(id);
            }
        }
    }

    /// One that was cancelled meanwhile stays as it is.
    private void queue(Upload upload, StoredArchive stored) {
        if (upload.receiving()) {
            safe.settle(stored);
            upload.received(jobs.submit(UploadHandler.TYPE, new UploadPayload(upload.id())));
            events.publishEvent(new UploadEvent.Queued(upload.dataset(), upload.id(), stored.bytes()));
        } else {
            safe.forget(stored);
        }
    }

    /// Its archive will not come to its end any more. Nothing happens to one that has received its archive.
    void abandon(UploadId id) {
        transactions.executeWithoutResult(status -> uploads.lock(id.value())
                .filter(Upload::receiving)
                .ifPresent(upload -> {
                    lives.fail(upload, new Failed("upload-broken"));
                    forgetArchive(upload);
                }));
    }

    /// @throws UploadNotFound if there is none
    @Transactional(readOnly = true)
    public UploadView view(UploadId id) {
        return uploads.findById(id.value()).map(Upload::view).orElseThrow(() -> new UploadNotFound(id));
    }

    /// Ends an upload early; what it took stays.
    @Transactional
    public void cancel(UploadId id) {
        Upload upload = lock(id);
        boolean receiving = upload.receiving();
        lives.cancel(upload, JobQueue.CANCEL_REQUESTED);
        if (receiving) {
            forgetArchive(upload); // no job will come up that does
        }
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
        forgetArchive(lock(id));
    }

    private void forgetArchive(Upload upload) {
        upload.archive().ifPresent(safe::forget);
        upload.forgetArchive();
    }

    private Upload lock(UploadId id) {
        return uploads.lock(id.value()).orElseThrow(() -> new UploadNotFound(id));
    }
}
