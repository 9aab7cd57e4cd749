package dev.facewright.platform.datasets;

import dev.facewright.platform.kernel.DomainEvent;
import java.util.Map;

/// Somebody asked for an upload to end early; what it took stays.
public record UploadStopRequested(DatasetId dataset, UploadId upload) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return new AuditFacts(
                "dataset.upload-stop-requested", Map.of("dataset", dataset.toString(), "upload", upload.toString()));
    }
}
