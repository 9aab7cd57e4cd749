package dev.facewright.platform.training;

import dev.facewright.platform.kernel.DomainEvent;
import dev.facewright.platform.models.ModelVersionId;
import java.util.Map;

/// The run is done and its model registered, both in the transaction that published this.
public record RunCompleted(RunId run, ModelVersionId model) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return new AuditFacts("training.run-completed", Map.of("run", run.toString(), "model", model.toString()));
    }
}
