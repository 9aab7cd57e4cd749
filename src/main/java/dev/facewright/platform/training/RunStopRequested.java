package dev.facewright.platform.training;

import dev.facewright.platform.kernel.DomainEvent;
import java.util.Map;

/// A running run was told to stop and will within a step.
public record RunStopRequested(RunId run, String reason) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return new AuditFacts("training.run-stop-requested", Map.of("run", run.toString(), "reason", reason));
    }
}
