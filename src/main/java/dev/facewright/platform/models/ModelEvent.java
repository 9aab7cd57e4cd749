package dev.facewright.platform.models;

import dev.facewright.platform.kernel.AuditFacts;
import dev.facewright.platform.kernel.DomainEvent;
import dev.facewright.platform.kernel.Fact;

/// What happens to model versions.
public sealed interface ModelEvent extends DomainEvent {
    record Registered(ModelVersionId model, String weightsSha256) implements ModelEvent {}

    /// A figure of a model is known.
    record MetricRecorded(ModelVersionId model, String metric, double value) implements ModelEvent {}

    /// A model may not be used any more. Published once for each.
    ///
    /// @param reason  a slug
    record Quarantined(ModelVersionId model, String reason) implements ModelEvent {}

    /// The weights of a model that was quarantined for long enough were destroyed, with their key. Published once for
    /// each.
    record WeightsDestroyed(ModelVersionId model) implements ModelEvent {}

    ModelVersionId model();

    @Override
    default AuditFacts facts() {
        return switch (this) {
            case Registered registered -> told("registered", Fact.id("weights-sha256", registered.weightsSha256()));
            case MetricRecorded recorded ->
                told(
                        "metric-recorded",
                        Fact.word("metric", recorded.metric()),
                        Fact.measure("value", recorded.value()));
            case WeightsDestroyed _ -> told("weights-destroyed");
            case Quarantined quarantined -> told("quarantined", Fact.word("reason", quarantined.reason()));
        };
    }

    private AuditFacts told(String what, Fact... more) {
        return AuditFacts.of("models." + what, Fact.id("model", model())).with(more);
    }
}
