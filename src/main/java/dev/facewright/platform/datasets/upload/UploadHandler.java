package dev.facewright.platform.datasets.upload;

import dev.facewright.platform.datasets.UploadStatus;
import dev.facewright.platform.datasets.upload.UploadTable.StoredArchive;
import dev.facewright.platform.jobs.JobContext;
import dev.facewright.platform.jobs.JobHandler;
import dev.facewright.platform.jobs.JobOutcome;
import dev.facewright.platform.jobs.JobType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Looks through an uploaded archive.
@Component
class UploadHandler implements JobHandler<UploadPayload> {
    static final JobType<UploadPayload> TYPE = new JobType<>("dataset-upload", UploadPayload.class, "datasets");

    private final UploadTable table;
    private final Uploads uploads;
    private final ArchiveSafe safe;
    private final ArchiveIntake intake;

    UploadHandler(UploadTable table, Uploads uploads, ArchiveSafe safe, ArchiveIntake intake) {
        this.table = table;
        this.uploads = uploads;
        this.safe = safe;
        this.intake = intake;
    }

    @Override
    public JobType<UploadPayload> type() {
        return TYPE;
    }

    @Override
    public JobOutcome run(UploadPayload payload, JobContext context) throws InterruptedException {
        Optional<StoredArchive> stored = table.archive(payload.upload());
        if (stored.isEmpty()) {
            return new JobOutcome.Succeeded();
        }
        try (var open = safe.open(payload.upload(), stored.get())) {
            boolean whole = intake.take(uploads.view(payload.upload()), open.archive(), context);
            return whole ? new JobOutcome.Succeeded() : context.interruption();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void ended(UploadPayload payload, JobOutcome outcome) {
        switch (outcome) {
            case JobOutcome.Succeeded ignored -> uploads.end(payload.upload(), UploadStatus.COMPLETED, null);
            case JobOutcome.Cancelled ignored -> uploads.end(payload.upload(), UploadStatus.STOPPED, null);
            case JobOutcome.Failed failed -> uploads.end(payload.upload(), UploadStatus.FAILED, failed.reason());
            case JobOutcome.RetryLater ignored -> {}
        }
    }
}
