package dev.facewright.platform.datasets.upload;

import dev.facewright.platform.datasets.DatasetId;
import dev.facewright.platform.datasets.UploadEvent;
import dev.facewright.platform.datasets.UploadId;
import dev.facewright.platform.datasets.UploadView;
import dev.facewright.platform.datasets.upload.ArchiveSafe.StoredArchive;
import dev.facewright.platform.jobs.JobId;
import dev.facewright.platform.jobs.JobOutcome.Cancelled;
import dev.facewright.platform.jobs.JobOutcome.Failed;
import dev.facewright.platform.jobs.JobOutcome.RetryLater;
import dev.facewright.platform.jobs.JobOutcome.Succeeded;
import dev.facewright.platform.jobs.Life;
import dev.facewright.platform.jobs.LifeChange;
import dev.facewright.platform.jobs.LifeChange.Begun;
import dev.facewright.platform.jobs.LifeChange.CancelRequested;
import dev.facewright.platform.jobs.Living;
import dev.facewright.platform.storage.DataKeyId;
import dev.facewright.platform.storage.ObjectKey;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The row of an upload. Its archive is an object that goes at the end.
@Entity
@Table(name = "dataset_upload")
public class Upload implements Living {
    @Id
    private UUID id;

    @Version
    private @Nullable Integer version;

    private UUID datasetId;
    private @Nullable String archiveKey;
    private long archiveBytes;
    private UUID dataKey;
    private int accepted;
    private int duplicates;
    private int refused;
    private int skipped;

    @Embedded
    private Life life;

    protected Upload() {}

    /// Receives its archive until `received`.
    Upload(UploadId id, DatasetId dataset, StoredArchive archive, Instant now) {
        this.id = id.value();
        this.datasetId = dataset.value();
        this.archiveKey = archive.key().value();
        this.archiveBytes = archive.bytes();
        this.dataKey = archive.dataKey().value();
        this.life = new Life(now);
    }

    void received(JobId job) {
        life.queuedAs(job);
    }

    boolean receiving() {
        return !life.ended() && life.job().isEmpty();
    }

    UploadId id() {
        return new UploadId(id);
    }

    DatasetId dataset() {
        return new DatasetId(datasetId);
    }

    /// Progress counts entries that could be images.
    @Override
    public Life life() {
        return life;
    }

    /// Empty once it is gone.
    Optional<StoredArchive> archive() {
        return Optional.ofNullable(archiveKey)
                .map(key -> new StoredArchive(new ObjectKey(key), archiveBytes, new DataKeyId(dataKey)));
    }

    void forgetArchive() {
        archiveKey = null;
    }

    /// A further attempt counts from the start again: what an earlier one stored is found and counted as
    /// accepted.
    void startOver(int total) {
        life.startOver(total);
        accepted = 0;
        duplicates = 0;
        refused = 0;
        skipped = 0;
    }

    @Override
    public @Nullable UploadEvent event(LifeChange change) {
        return switch (change) {
            case Begun _, RetryLater _ -> null;
            case CancelRequested _ -> new UploadEvent.CancelRequested(dataset(), id());
            case Succeeded _, Failed _, Cancelled _ ->
                new UploadEvent.Ended(dataset(), id(), life.status(), accepted, duplicates, refused);
        };
    }

    public UploadView view() {
        return new UploadView(
                id(),
                dataset(),
                life.status(),
                life.total() == null ? null : life.total().intValue(),
                (int) life.done(),
                accepted,
                duplicates,
                refused,
                skipped,
                life.failure(),
                life.createdAt(),
                life.endedAt());
    }
}
