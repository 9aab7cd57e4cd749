package dev.facewright.platform.datasets;

import dev.facewright.platform.jobs.JobStatus;
import dev.facewright.platform.kernel.AuditFacts;
import dev.facewright.platform.kernel.DomainEvent;
import dev.facewright.platform.kernel.Fact;

/// What happens to uploads of whole archives.
public sealed interface UploadEvent extends DomainEvent {
    /// An archive was received and waits to be looked through.
    record Queued(DatasetId dataset, UploadId upload, long bytes) implements UploadEvent {}

    /// Somebody asked for an upload to end early; what it took stays.
    record CancelRequested(DatasetId dataset, UploadId upload) implements UploadEvent {}

    /// An archive was looked through, or given up.
    record Ended(DatasetId dataset, UploadId upload, JobStatus status, int accepted, int duplicates, int refused)
            implements UploadEvent {}

    DatasetId dataset();

    UploadId upload();

    @Override
    default AuditFacts facts() {
        return switch (this) {
            case Queued queued -> told("queued", Fact.count("bytes", queued.bytes()));
            case CancelRequested _ -> told("stop-requested");
            case Ended ended ->
                told(
                        "ended",
                        Fact.word("status", ended.status()),
                        Fact.count("accepted", ended.accepted()),
                        Fact.count("duplicates", ended.duplicates()),
                        Fact.count("refused", ended.refused()));
        };
    }

    private AuditFacts told(String what, Fact... more) {
        return AuditFacts.of("dataset.upload-" + what, Fact.id("dataset", dataset()), Fact.id("upload", upload()))
                .with(more);
    }
}
