package dev.facewright.platform.export;

import dev.facewright.platform.jobs.JobId;
import dev.facewright.platform.models.ModelVersionId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// The row of an export. The bundle is an object under the hash that stands here.
@Entity
@Table(name = "export_bundle")
class ExportBundle {
    @Id
    private UUID id;

    @Version
    private @Nullable Integer version;

    private UUID modelVersionId;

    @Enumerated(EnumType.STRING)
    private ExportStatus status;

    private @Nullable UUID jobId;
    private @Nullable String sha256;
    private @Nullable Long bytes;
    private @Nullable Double maximumDifference;

    @JdbcTypeCode(SqlTypes.JSON)
    private ExportView.@Nullable Latency latency;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> files;

    private @Nullable String failure;
    private Instant createdAt;
    private @Nullable Instant endedAt;

    protected ExportBundle() {}

    ExportBundle(ExportId id, ModelVersionId model, Instant now) {
        this.id = id.value();
        this.modelVersionId = model.value();
        this.status = ExportStatus.QUEUED;
        this.files = Map.of();
        this.createdAt = now;
    }

    ExportId id() {
        return new ExportId(id);
    }

    ModelVersionId model() {
        return new ModelVersionId(modelVersionId);
    }

    ExportStatus status() {
        return status;
    }

    Optional<JobId> job() {
        return Optional.ofNullable(jobId).map(JobId::new);
    }

    Optional<String> hash() {
        return Optional.ofNullable(sha256);
    }

    boolean underWay() {
        return status == ExportStatus.QUEUED || status == ExportStatus.RUNNING;
    }

    void queuedAs(JobId job) {
        jobId = job.value();
    }

    void started() {
        status = ExportStatus.RUNNING;
    }

    void ready(StoredBundle bundle, Instant now) {
        status = ExportStatus.READY;
        sha256 = bundle.sha256();
        bytes = bundle.bytes();
        maximumDifference = bundle.maximumDifference();
        latency = bundle.latency();
        files = bundle.files();
        endedAt = now;
    }

    void failed(String slug, Instant now) {
        status = ExportStatus.FAILED;
        failure = slug;
        endedAt = now;
    }

    void cancelled(Instant now) {
        status = ExportStatus.CANCELLED;
        endedAt = now;
    }

    void withdrawn() {
        status = ExportStatus.WITHDRAWN;
    }

    /// @param usable  whether the model may be used at this moment
    ExportView view(String modelName, boolean usable) {
        return new ExportView(
                id(),
                model(),
                modelName,
                status == ExportStatus.READY && !usable ? ExportStatus.WITHDRAWN : status,
                sha256,
                bytes,
                maximumDifference,
                latency,
                files,
                createdAt,
                endedAt,
                failure);
    }
}
