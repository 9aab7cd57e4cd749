package dev.facewright.platform.benchmarks;

import dev.facewright.platform.kernel.DomainEvent;
import java.util.Map;

/// A benchmark was uploaded; its images are yet to be aligned.
public record BenchmarkAdded(BenchmarkId benchmark, LegalBasis legalBasis, int pairs, int images)
        implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return new AuditFacts(
                "evaluation.benchmark-added",
                Map.of(
                        "benchmark",
                        benchmark.toString(),
                        "legalBasis",
                        legalBasis.name(),
                        "pairs",
                        Integer.toString(pairs),
                        "images",
                        Integer.toString(images)));
    }
}
