package dev.facewright.platform.export;

import dev.facewright.platform.kernel.AuditFacts;
import dev.facewright.platform.kernel.DomainEvent;
import dev.facewright.platform.kernel.Fact;
import dev.facewright.platform.models.ModelVersionId;

/// What happens to exports and their bundles.
public sealed interface ExportEvent extends DomainEvent {
    /// Somebody asked for a deployment bundle of a model.
    record Queued(ExportId export, ModelVersionId model) implements ExportEvent {}

    /// A worker took the export.
    record Started(ExportId export) implements ExportEvent {}

    /// Somebody asked for an export to end early.
    record CancelRequested(ExportId export) implements ExportEvent {}

    /// Nothing more is done for the export.
    sealed interface Ended extends ExportEvent {}

    /// A bundle was written, checked against the trainer and stored.
    record Completed(ExportId export, ModelVersionId model, String sha256) implements Ended {}

    /// An export ended without a bundle.
    record Failed(ExportId export) implements Ended {}

    /// An export ended early, before its bundle was there.
    record Cancelled(ExportId export) implements Ended {}

    /// The model of a bundle was quarantined: the bundle is no longer handed out.
    record Withdrawn(ExportId export, ModelVersionId model) implements ExportEvent {}

    /// A withdrawn bundle was destroyed, with its key.
    record Destroyed(ExportId export, ModelVersionId model) implements ExportEvent {}

    /// Somebody took a bundle: who has it must be told if it is withdrawn.
    record Downloaded(ExportId export) implements ExportEvent {}

    ExportId export();

    @Override
    default AuditFacts facts() {
        return switch (this) {
            case Queued queued -> told("queued", model(queued.model()));
            case Started _ -> told("started");
            case CancelRequested _ -> told("stop-requested");
            case Completed completed ->
                told("completed", model(completed.model()), Fact.id("sha256", completed.sha256()));
            case Failed _ -> told("failed");
            case Cancelled _ -> told("cancelled");
            case Withdrawn withdrawn -> told("withdrawn", model(withdrawn.model()));
            case Destroyed destroyed -> told("destroyed", model(destroyed.model()));
            case Downloaded _ -> told("downloaded");
        };
    }

    private AuditFacts told(String what, Fact... more) {
        return AuditFacts.of("export." + what, Fact.id("export", export())).with(more);
    }

    private static Fact model(ModelVersionId model) {
        return Fact.id("model", model);
    }
}
