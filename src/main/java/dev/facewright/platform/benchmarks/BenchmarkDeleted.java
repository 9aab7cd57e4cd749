package dev.facewright.platform.benchmarks;

import dev.facewright.platform.kernel.DomainEvent;
import java.util.Map;

/// The images of a benchmark and the key they were encrypted with are destroyed.
public record BenchmarkDeleted(BenchmarkId benchmark) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return new AuditFacts("evaluation.benchmark-deleted", Map.of("benchmark", benchmark.toString()));
    }
}
