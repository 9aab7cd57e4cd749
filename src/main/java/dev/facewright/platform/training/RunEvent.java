package dev.facewright.platform.training;

import dev.facewright.ml.train.Setback;
import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.kernel.AuditFacts;
import dev.facewright.platform.kernel.DomainEvent;
import dev.facewright.platform.kernel.Fact;
import dev.facewright.platform.models.ModelVersionId;

/// What happens to training runs. Reasons are slugs.
public sealed interface RunEvent extends DomainEvent {
    /// A run was asked for and waits for a worker.
    record Queued(RunId run, DatasetVersionId dataset) implements RunEvent {}

    /// A worker took the run; `attempt` is above 1 when it goes on after a restart or a crash.
    record Started(RunId run, int attempt) implements RunEvent {}

    /// A step of the run failed, and it goes on from an earlier one with an adjustment.
    ///
    /// @param adjustment  a slug: `rate-halved`, `batch-split`
    record SetBack(RunId run, String adjustment, long atStep, long fromStep) implements RunEvent {
        static SetBack of(RunId run, Setback setback) {
            String adjustment = switch (setback) {
                case Setback.Diverged _ -> "rate-halved";
                case Setback.OutOfMemory _ -> "batch-split";
            };
            return new SetBack(
                    run, adjustment, setback.globalStep(), setback.goesOnFrom().globalStep());
        }
    }

    /// The run went back to the queue; it goes on from its last checkpoint.
    record PutBack(RunId run, String reason) implements RunEvent {}

    /// A running run was told to end early and will within a step.
    record CancelRequested(RunId run, String reason) implements RunEvent {}

    /// Nothing more will happen to the run.
    sealed interface Ended extends RunEvent {}

    /// The run is done and its model registered, both in the transaction that published this.
    record Completed(RunId run, ModelVersionId model) implements Ended {}

    /// No model came of the run.
    record Failed(RunId run, String reason) implements Ended {}

    /// The run ended early, before it was done.
    record Cancelled(RunId run, String reason) implements Ended {}

    RunId run();

    @Override
    default AuditFacts facts() {
        return switch (this) {
            case Queued queued -> told("queued", Fact.id("dataset-version", queued.dataset()));
            case Started started -> told("started", Fact.count("attempt", started.attempt()));
            case SetBack back ->
                told(
                        "set-back",
                        Fact.word("adjustment", back.adjustment()),
                        Fact.count("atStep", back.atStep()),
                        Fact.count("fromStep", back.fromStep()));
            case PutBack back -> told("put-back", reason(back.reason()));
            case CancelRequested asked -> told("stop-requested", reason(asked.reason()));
            case Completed completed -> told("completed", Fact.id("model", completed.model()));
            case Failed failed -> told("failed", reason(failed.reason()));
            case Cancelled cancelled -> told("cancelled", reason(cancelled.reason()));
        };
    }

    private AuditFacts told(String what, Fact... more) {
        return AuditFacts.of("training.run-" + what, Fact.id("run", run())).with(more);
    }

    private static Fact reason(String slug) {
        return Fact.word("reason", slug);
    }
}
