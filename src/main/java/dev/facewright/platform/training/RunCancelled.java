package dev.facewright.platform.training;

import dev.facewright.platform.kernel.DomainEvent;
import java.util.Map;

/// The run was stopped before it was done. The reason is a slug.
public record RunCancelled(RunId run, String reason) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return new AuditFacts("training.run-cancelled", Map.of("run", run.toString(), "reason", reason));
    }
}
