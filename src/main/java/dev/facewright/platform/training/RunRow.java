package dev.facewright.platform.training;

import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.jobs.JobId;
import dev.facewright.platform.jobs.JobOutcome.Cancelled;
import dev.facewright.platform.jobs.JobOutcome.Failed;
import dev.facewright.platform.jobs.JobOutcome.RetryLater;
import dev.facewright.platform.jobs.JobOutcome.Succeeded;
import dev.facewright.platform.jobs.Life;
import dev.facewright.platform.jobs.LifeChange;
import dev.facewright.platform.jobs.LifeChange.Begun;
import dev.facewright.platform.jobs.LifeChange.CancelRequested;
import dev.facewright.platform.jobs.Living;
import dev.facewright.platform.models.ModelVersionId;
import dev.facewright.platform.training.TrainingRuns.NewRun;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "training_run")
class RunRow implements Living {
    @Id
    private UUID id;

    @Version
    private @Nullable Integer version;

    private String name;
    private UUID datasetVersionId;
    private @Nullable UUID startFrom;

    @JdbcTypeCode(SqlTypes.JSON)
    private String recipe;

    @Embedded
    private Life life;

    private int epoch;
    private @Nullable Double dataWaitShare;
    private long skippedSteps;
    private @Nullable String device;
    private @Nullable UUID modelVersionId;

    protected RunRow() {}

    RunRow(RunId id, NewRun run, String recipe, JobId job, Instant at) {
        this.id = id.value();
        this.name = run.name().strip();
        this.datasetVersionId = run.dataset().value();
        this.startFrom = run.startFrom() == null ? null : run.startFrom().value();
        this.recipe = recipe;
        this.life = new Life(at).queuedAs(job);
    }

    RunId id() {
        return new RunId(id);
    }

    String name() {
        return name;
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

    /// Progress counts steps over all epochs.
    @Override
    public Life life() {
        return life;
    }

    /// From 0, the one under way.
    int epoch() {
        return epoch;
    }

    /// Since its last start, in [0, 1]; null before the first step.
    @Nullable
    Double dataWaitShare() {
        return dataWaitShare;
    }

    /// Steps that changed no weight, since their gradient overflowed in float16.
    long skippedSteps() {
        return skippedSteps;
    }

    @Nullable
    String device() {
        return device;
    }

    @Nullable
    ModelVersionId model() {
        return modelVersionId == null ? null : new ModelVersionId(modelVersionId);
    }

    void trainsOn(String what) {
        device = what;
    }

    void gave(ModelVersionId model) {
        modelVersionId = model.value();
    }

    @Override
    public RunEvent event(LifeChange change) {
        return switch (change) {
            case Begun(int attempt) -> new RunEvent.Started(id(), attempt);
            case RetryLater later -> new RunEvent.PutBack(id(), later.reason());
            case CancelRequested(String reason) -> new RunEvent.CancelRequested(id(), reason);
            case Succeeded _ -> new RunEvent.Completed(id(), Objects.requireNonNull(model()));
            case Failed failed -> new RunEvent.Failed(id(), failed.reason());
            case Cancelled _ -> new RunEvent.Cancelled(id(), Objects.requireNonNull(life.cancelReason()));
        };
    }
}
