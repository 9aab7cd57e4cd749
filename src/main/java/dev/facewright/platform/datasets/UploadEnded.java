package dev.facewright.platform.datasets;

import dev.facewright.platform.kernel.DomainEvent;
import java.util.Map;

/// An archive was looked through, or given up.
public record UploadEnded(
        DatasetId dataset, UploadId upload, UploadStatus status, int accepted, int duplicates, int refused)
        implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return new AuditFacts(
                "dataset.upload-ended",
                Map.of(
                        "dataset", dataset.toString(),
                        "upload", upload.toString(),
                        "status", status.name(),
                        "accepted", String.valueOf(accepted),
                        "duplicates", String.valueOf(duplicates),
                        "refused", String.valueOf(refused)));
    }
}
