package dev.facewright.platform.datasets;

import dev.facewright.platform.kernel.DomainEvent;
import java.util.Map;

/// An archive was received and waits to be looked through.
public record UploadQueued(DatasetId dataset, UploadId upload, long bytes) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return new AuditFacts(
                "dataset.upload-queued",
                Map.of("dataset", dataset.toString(), "upload", upload.toString(), "bytes", String.valueOf(bytes)));
    }
}
