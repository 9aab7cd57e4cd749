package dev.facewright.platform.evaluation;

import dev.facewright.platform.benchmarks.BenchmarkId;
import dev.facewright.platform.benchmarks.BenchmarkView;
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
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// The row of an evaluation. The report is part of it; the scores of all pairs are an object.
@Entity
@Table(name = "evaluation")
class Evaluation implements Living {
    @Id
    private UUID id;

    @Version
    private @Nullable Integer version;

    private UUID modelVersionId;

    private UUID benchmarkId;

    private boolean flipSum;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Double> falseAcceptRates;

    @Embedded
    private Life life;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Report report;

    private @Nullable String staleReason;

    protected Evaluation() {}

    Evaluation(EvaluationId id, ModelVersionId model, BenchmarkView benchmark, EvaluationOptions options, Instant now) {
        this.id = id.value();
        this.modelVersionId = model.value();
        this.benchmarkId = benchmark.id().value();
        this.flipSum = options.flipSum();
        this.falseAcceptRates = options.falseAcceptRates();
        this.life = new Life(now, benchmark.images());
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

    /// Progress counts images of the benchmark.
    @Override
    public Life life() {
        return life;
    }

    void gave(Report figures) {
        report = figures;
    }

    @Override
    public @Nullable EvaluationEvent event(LifeChange change) {
        return switch (change) {
            case Begun _ -> new EvaluationEvent.Started(id());
            case RetryLater _ -> null;
            case CancelRequested _ -> new EvaluationEvent.CancelRequested(id());
            case Succeeded _ -> new EvaluationEvent.Completed(id(), model());
            case Failed _ -> new EvaluationEvent.Failed(id());
            case Cancelled _ -> new EvaluationEvent.Cancelled(id());
        };
    }

    /// @return false if it was stale before
    boolean becomesStale(String reason) {
        if (staleReason != null) {
            return false;
        }
        staleReason = reason;
        return true;
    }

    /// @param ended  why the report does not hold any more, though nobody may have marked it yet; null if it does
    EvaluationView view(String benchmarkName, @Nullable String ended) {
        return new EvaluationView(
                id(),
                model(),
                benchmark(),
                benchmarkName,
                options(),
                life.status(),
                (int) life.done(),
                life.total() == null ? 0 : life.total().intValue(),
                life.createdAt(),
                life.endedAt(),
                staleReason == null ? ended : staleReason,
                life.failure(),
                report);
    }
}
