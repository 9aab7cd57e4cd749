package dev.facewright.platform.training;

import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.jobs.JobId;
import dev.facewright.platform.models.ModelVersionId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "training_run")
class RunRow {
    @Id
    private UUID id;

    @Version
    private @Nullable Integer version;

    private String name;

    @Enumerated(EnumType.STRING)
    private RunStatus status = RunStatus.QUEUED;

    private UUID datasetVersionId;
    private @Nullable UUID startFrom;

    @JdbcTypeCode(SqlTypes.JSON)
    private String recipe;

    private UUID jobId;
    private Instant createdAt;
    private @Nullable Instant startedAt;
    private @Nullable Instant endedAt;
    private @Nullable String device;
    private @Nullable String stopReason;
    private @Nullable String reason;
    private @Nullable String detail;
    private @Nullable UUID modelVersionId;

    protected RunRow() {}

    RunRow(RunId id, NewRun run, String recipe, JobId job, Instant at) {
        this.id = id.value();
        this.name = run.name().strip();
        this.datasetVersionId = run.dataset().value();
        this.startFrom = run.startFrom() == null ? null : run.startFrom().value();
        this.recipe = recipe;
        this.jobId = job.value();
        this.createdAt = at;
    }

    RunId id() {
        return new RunId(id);
    }

    String name() {
        return name;
    }

    RunStatus status() {
        return status;
    }

    DatasetVersionId dataset() {
        return new DatasetVersionId(datasetVersionId);
    }

    @Nullable
    ModelVersionId startFrom() {
        return startFrom == null ? null : new ModelVersionId(startFrom);
    }

    String recipe() {
        return recipe;
    }

    JobId job() {
        return new JobId(jobId);
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable
    Instant startedAt() {
        return startedAt;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }

    @Nullable
    String device() {
        return device;
    }

    @Nullable
    String stopReason() {
        return stopReason;
    }

    @Nullable
    String reason() {
        return reason;
    }

    @Nullable
    String detail() {
        return detail;
    }

    @Nullable
    ModelVersionId model() {
        return modelVersionId == null ? null : new ModelVersionId(modelVersionId);
    }

    void started(Instant at) {
        status = RunStatus.RUNNING;
        startedAt = startedAt == null ? at : startedAt;
    }

    void trainsOn(String what) {
        device = what;
    }

    void putBack() {
        status = RunStatus.QUEUED;
    }

    void stopFor(String why) {
        stopReason = why;
    }

    void succeeded(ModelVersionId model, Instant at) {
        status = RunStatus.SUCCEEDED;
        modelVersionId = model.value();
        endedAt = at;
    }

    void failed(String why, @Nullable String more, Instant at) {
        end(RunStatus.FAILED, why, at);
        detail = more;
    }

    void cancelled(String why, Instant at) {
        end(RunStatus.CANCELLED, why, at);
    }

    private void end(RunStatus how, String why, Instant at) {
        status = how;
        reason = why;
        endedAt = at;
    }
}
