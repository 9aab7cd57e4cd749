package dev.facewright.platform.datasets;

import dev.facewright.platform.kernel.AuditFacts;
import dev.facewright.platform.kernel.DomainEvent;
import dev.facewright.platform.kernel.Fact;

/// An archive was looked through, or given up.
public record UploadEnded(
        DatasetId dataset, UploadId upload, UploadStatus status, int accepted, int duplicates, int refused)
        implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return AuditFacts.of(
                "dataset.upload-ended",
                Fact.id("dataset", dataset),
                Fact.id("upload", upload),
                Fact.word("status", status.name()),
                Fact.count("accepted", accepted),
                Fact.count("duplicates", duplicates),
                Fact.count("refused", refused));
    }
}
