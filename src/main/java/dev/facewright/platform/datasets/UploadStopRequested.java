package dev.facewright.platform.datasets;

import dev.facewright.platform.kernel.AuditFacts;
import dev.facewright.platform.kernel.DomainEvent;
import dev.facewright.platform.kernel.Fact;

/// Somebody asked for an upload to end early; what it took stays.
public record UploadStopRequested(DatasetId dataset, UploadId upload) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return AuditFacts.of("dataset.upload-stop-requested", Fact.id("dataset", dataset), Fact.id("upload", upload));
    }
}
