package dev.facewright.platform.training;

import dev.facewright.platform.kernel.DomainEvent;
import java.util.Map;

/// No model came of the run. The reason is a slug.
public record RunFailed(RunId run, String reason) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return new AuditFacts("training.run-failed", Map.of("run", run.toString(), "reason", reason));
    }
}
