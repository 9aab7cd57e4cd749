package dev.facewright.platform.evaluation;

import dev.facewright.platform.benchmarks.BenchmarkId;
import dev.facewright.platform.kernel.AuditFacts;
import dev.facewright.platform.kernel.DomainEvent;
import dev.facewright.platform.kernel.Fact;
import dev.facewright.platform.models.ModelVersionId;

/// What happens to evaluations and their reports.
public sealed interface EvaluationEvent extends DomainEvent {
    /// Somebody asked for a model to be scored on a benchmark.
    record Queued(EvaluationId evaluation, ModelVersionId model, BenchmarkId benchmark) implements EvaluationEvent {}

    /// A worker took the evaluation.
    record Started(EvaluationId evaluation) implements EvaluationEvent {}

    /// Somebody asked for an evaluation to end early; it will within a block of images.
    record CancelRequested(EvaluationId evaluation) implements EvaluationEvent {}

    /// Nothing more is done for the evaluation.
    sealed interface Ended extends EvaluationEvent {}

    /// A model has been scored on every pair of a benchmark.
    record Completed(EvaluationId evaluation, ModelVersionId model) implements Ended {}

    /// An evaluation ended without a report.
    record Failed(EvaluationId evaluation) implements Ended {}

    /// An evaluation ended early, before its report was there.
    record Cancelled(EvaluationId evaluation) implements Ended {}

    /// The model that a report speaks of was quarantined.
    record MarkedStale(EvaluationId evaluation, ModelVersionId model) implements EvaluationEvent {}

    EvaluationId evaluation();

    @Override
    default AuditFacts facts() {
        return switch (this) {
            case Queued queued -> told("queued", model(queued.model()), Fact.id("benchmark", queued.benchmark()));
            case Started _ -> told("started");
            case CancelRequested _ -> told("stop-requested");
            case Completed completed -> told("completed", model(completed.model()));
            case Failed _ -> told("failed");
            case Cancelled _ -> told("cancelled");
            case MarkedStale stale -> told("marked-stale", model(stale.model()));
        };
    }

    private AuditFacts told(String what, Fact... more) {
        return AuditFacts.of("evaluation." + what, Fact.id("evaluation", evaluation()))
                .with(more);
    }

    private static Fact model(ModelVersionId model) {
        return Fact.id("model", model);
    }
}
