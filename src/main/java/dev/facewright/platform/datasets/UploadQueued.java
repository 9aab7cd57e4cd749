package dev.facewright.platform.datasets;

import dev.facewright.platform.kernel.AuditFacts;
import dev.facewright.platform.kernel.DomainEvent;
import dev.facewright.platform.kernel.Fact;

/// An archive was received and waits to be looked through.
public record UploadQueued(DatasetId dataset, UploadId upload, long bytes) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return AuditFacts.of(
                "dataset.upload-queued",
                Fact.id("dataset", dataset),
                Fact.id("upload", upload),
                Fact.count("bytes", bytes));
    }
}
