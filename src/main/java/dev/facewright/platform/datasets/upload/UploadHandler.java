package dev.facewright.platform.datasets.upload;

import dev.facewright.platform.datasets.UploadId;
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
class UploadHandler implements JobHandler<UploadHandler.UploadPayload> {
    static final JobType<UploadPayload> TYPE = new JobType<>("dataset-upload", UploadPayload.class, "datasets");

    private final UploadRepository rows;
    private final Uploads uploads;
    private final ArchiveSafe safe;
    private final ArchiveIntake intake;

    UploadHandler(UploadRepository rows, Uploads uploads, ArchiveSafe safe, ArchiveIntake intake) {
        this.rows = rows;
        this.uploads = uploads;
        this.safe = safe;
        this.intake = intake;
    }

    @Override
    public JobType<UploadPayload> type() {
        return TYPE;
    }

    @Override
    public Optional<Upload> owner(UploadPayload payload) {
        return rows.lock(payload.upload().value());
    }

    @Override
    public Optional<Work> describe(UploadPayload payload) {
        return rows.findById(payload.upload().value())
                .map(row -> new Work(
                        row.id().toString(),
                        "/datasets/" + row.dataset(),
                        row.life().share()));
    }

    @Override
    public JobOutcome run(UploadPayload payload, JobContext context) throws InterruptedException {
        UploadId upload = payload.upload();
        try (var open = safe.open(upload, uploads.archive(upload).orElseThrow())) {
            boolean whole = intake.take(uploads.view(upload), open.archive(), context);
            return whole ? new JobOutcome.Succeeded() : context.interruption();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void ended(UploadPayload payload, JobOutcome outcome) {
        uploads.forgetArchive(payload.upload());
    }

    /// What the job of an upload is told.
    record UploadPayload(UploadId upload) {}
}
