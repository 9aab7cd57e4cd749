package dev.facewright.platform.evaluation;

import dev.facewright.platform.benchmarks.BenchmarkId;
import dev.facewright.platform.kernel.DomainEvent;
import dev.facewright.platform.models.ModelVersionId;
import java.util.Map;

/// Somebody asked for a model to be scored on a benchmark.
public record EvaluationQueued(EvaluationId evaluation, ModelVersionId model, BenchmarkId benchmark)
        implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return new AuditFacts(
                "evaluation.queued",
                Map.of(
                        "evaluation",
                        evaluation.toString(),
                        "model",
                        model.toString(),
                        "benchmark",
                        benchmark.toString()));
    }
}
