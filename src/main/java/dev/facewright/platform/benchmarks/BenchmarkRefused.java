package dev.facewright.platform.benchmarks;

import dev.facewright.platform.kernel.DomainEvent;
import java.util.Map;

/// A benchmark could not be ingested; nothing of its archive is kept.
public record BenchmarkRefused(BenchmarkId benchmark) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return new AuditFacts("evaluation.benchmark-refused", Map.of("benchmark", benchmark.toString()));
    }
}
