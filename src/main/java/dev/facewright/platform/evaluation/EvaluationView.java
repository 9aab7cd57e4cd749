package dev.facewright.platform.evaluation;

import dev.facewright.platform.benchmarks.BenchmarkId;
import dev.facewright.platform.jobs.JobStatus;
import dev.facewright.platform.models.ModelVersionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An evaluation as pages and REST show it.
///
/// @param imagesDone  images embedded so far, of `images`
/// @param staleReason  why the report no longer speaks of a model in use; null while it does
/// @param failure  the slug of the rule it failed by; null otherwise
/// @param report  what it found out; null until it has succeeded
public record EvaluationView(
        EvaluationId id,
        ModelVersionId model,
        BenchmarkId benchmark,
        String benchmarkName,
        EvaluationOptions options,
        JobStatus status,
        int imagesDone,
        int images,
        Instant createdAt,
        @Nullable Instant endedAt,
        @Nullable String staleReason,
        @Nullable String failure,
        @Nullable Report report) {

    static final String BENCHMARK_ENDED = "benchmark-withdrawn";

    /// Whether it is the benchmark that may not be used any more, and not the model.
    public boolean withdrawn() {
        return BENCHMARK_ENDED.equals(staleReason);
    }

    public boolean stale() {
        return staleReason != null;
    }

    public EvaluationView forLists() {
        return new EvaluationView(
                id,
                model,
                benchmark,
                benchmarkName,
                options,
                status,
                imagesDone,
                images,
                createdAt,
                endedAt,
                staleReason,
                failure,
                report == null ? null : report.forLists());
    }
}
