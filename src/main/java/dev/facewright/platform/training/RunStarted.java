package dev.facewright.platform.training;

import dev.facewright.platform.kernel.DomainEvent;
import java.util.Map;

/// A worker took the run; `attempt` is above 1 when it goes on after a restart or a crash.
public record RunStarted(RunId run, int attempt) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return new AuditFacts(
                "training.run-started", Map.of("run", run.toString(), "attempt", Integer.toString(attempt)));
    }
}
