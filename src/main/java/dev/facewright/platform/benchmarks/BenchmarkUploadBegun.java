package dev.facewright.platform.benchmarks;

import dev.facewright.platform.kernel.DomainEvent;
import java.util.Map;

/// Somebody began to hand in a benchmark; its archive is still being received.
public record BenchmarkUploadBegun(BenchmarkId benchmark, LegalBasis legalBasis) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return new AuditFacts(
                "evaluation.benchmark-upload-begun",
                Map.of("benchmark", benchmark.toString(), "legalBasis", legalBasis.name()));
    }
}
