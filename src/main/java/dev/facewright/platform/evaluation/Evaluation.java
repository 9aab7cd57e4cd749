package dev.facewright.platform.evaluation;

import dev.facewright.platform.benchmarks.BenchmarkId;
import dev.facewright.platform.benchmarks.BenchmarkView;
import dev.facewright.platform.jobs.JobId;
import dev.facewright.platform.models.ModelVersionId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// The row of an evaluation. The report is part of it; the scores of all pairs are an object.
@Entity
@Table(name = "evaluation")
class Evaluation {
    @Id
    private UUID id;

    @Version
    private @Nullable Integer version;

    private UUID modelVersionId;

    private UUID benchmarkId;

    private boolean flipSum;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Double> falseAcceptRates;

    @Enumerated(EnumType.STRING)
    private EvaluationStatus status;

    private int imagesDone;
    private int images;
    private @Nullable UUID jobId;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Report report;

    private @Nullable String failure;
    private @Nullable String staleReason;
    private Instant createdAt;
    private @Nullable Instant endedAt;

    protected Evaluation() {}

    Evaluation(EvaluationId id, ModelVersionId model, BenchmarkView benchmark, EvaluationOptions options, Instant now) {
        this.id = id.value();
        this.modelVersionId = model.value();
        this.benchmarkId = benchmark.id().value();
        this.flipSum = options.flipSum();
        this.falseAcceptRates = options.falseAcceptRates();
        this.status = EvaluationStatus.QUEUED;
        this.images = benchmark.images();
        this.createdAt = now;
    }

    EvaluationId id() {
        return new EvaluationId(id);
    }

    ModelVersionId model() {
        return new ModelVersionId(modelVersionId);
    }

    BenchmarkId benchmark() {
        return new BenchmarkId(benchmarkId);
    }

    EvaluationOptions options() {
        return new EvaluationOptions(flipSum, falseAcceptRates);
    }

    EvaluationStatus status() {
        return status;
    }

    Optional<JobId> job() {
        return Optional.ofNullable(jobId).map(JobId::new);
    }

    void queuedAs(JobId job) {
        jobId = job.value();
    }

    void started() {
        status = EvaluationStatus.RUNNING;
    }

    void succeeded(Report figures, Instant now) {
        status = EvaluationStatus.SUCCEEDED;
        report = figures;
        imagesDone = images;
        endedAt = now;
    }

    void failed(String slug, Instant now) {
        status = EvaluationStatus.FAILED;
        failure = slug;
        endedAt = now;
    }

    void cancelled(Instant now) {
        status = EvaluationStatus.CANCELLED;
        endedAt = now;
    }

    /// @return false if it was stale before
    boolean becomesStale(String reason) {
        if (staleReason != null) {
            return false;
        }
        staleReason = reason;
        return true;
    }

    EvaluationView view(String benchmarkName) {
        return new EvaluationView(
                id(),
                model(),
                benchmark(),
                benchmarkName,
                options(),
                status,
                imagesDone,
                images,
                createdAt,
                endedAt,
                staleReason,
                failure,
                report);
    }
}
