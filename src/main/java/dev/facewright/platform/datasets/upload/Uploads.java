package dev.facewright.platform.datasets.upload;

import dev.facewright.platform.datasets.DatasetId;
import dev.facewright.platform.datasets.UploadEnded;
import dev.facewright.platform.datasets.UploadId;
import dev.facewright.platform.datasets.UploadNotFound;
import dev.facewright.platform.datasets.UploadQueued;
import dev.facewright.platform.datasets.UploadStatus;
import dev.facewright.platform.datasets.UploadStopRequested;
import dev.facewright.platform.datasets.UploadView;
import dev.facewright.platform.datasets.registry.DatasetRepository;
import dev.facewright.platform.datasets.upload.UploadTable.StoredArchive;
import dev.facewright.platform.jobs.JobId;
import dev.facewright.platform.jobs.JobQueue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/// Receives archives and brings their uploads to an end.
@Component
public class Uploads {
    private final DatasetRepository datasets;
    private final UploadTable uploads;
    private final ArchiveSafe safe;
    private final JobQueue jobs;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Uploads(
            DatasetRepository datasets,
            UploadTable uploads,
            ArchiveSafe safe,
            JobQueue jobs,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.datasets = datasets;
        this.uploads = uploads;
        this.safe = safe;
        this.jobs = jobs;
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
                uploads.insert(id, dataset, stored, job, clock.instant());
                events.publishEvent(new UploadQueued(dataset, id, stored.bytes()));
            });
            queued = true;
        } finally {
            if (!queued) {
                safe.forget(stored);
            }
        }
    }

    /// @throws UploadNotFound if there is none
    public UploadView view(UploadId id) {
        return uploads.find(id).orElseThrow(() -> new UploadNotFound(id));
    }

    public void requestStop(UploadId id) {
        UploadView upload = view(id);
        if (!upload.status().ended()) {
            jobs.cancel(uploads.job(id).orElseThrow(() -> new UploadNotFound(id)), "cancel-requested");
            events.publishEvent(new UploadStopRequested(upload.dataset(), id));
        }
    }

    /// The archive goes, whatever the end was.
    @Transactional
    void end(UploadId id, UploadStatus status, @Nullable String failure) {
        var archive = uploads.archive(id);
        if (uploads.end(id, status, failure, clock.instant())) {
            archive.ifPresent(safe::forget);
            UploadView view = view(id);
            events.publishEvent(
                    new UploadEnded(view.dataset(), id, status, view.accepted(), view.duplicates(), view.refused()));
        }
    }
}
