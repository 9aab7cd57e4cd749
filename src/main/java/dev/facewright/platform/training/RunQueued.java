package dev.facewright.platform.training;

import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.kernel.DomainEvent;
import java.util.Map;

/// A run was asked for and waits for a worker.
public record RunQueued(RunId run, DatasetVersionId dataset) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return new AuditFacts(
                "training.run-queued", Map.of("run", run.toString(), "dataset-version", dataset.toString()));
    }
}
