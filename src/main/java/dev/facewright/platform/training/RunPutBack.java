package dev.facewright.platform.training;

import dev.facewright.platform.kernel.DomainEvent;
import java.util.Map;

/// A worker going down gave the run back to the queue; it goes on from its last checkpoint.
public record RunPutBack(RunId run) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return new AuditFacts("training.run-put-back", Map.of("run", run.toString()));
    }
}
