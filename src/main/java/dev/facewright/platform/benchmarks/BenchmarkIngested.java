package dev.facewright.platform.benchmarks;

import dev.facewright.platform.kernel.DomainEvent;
import java.util.Map;

/// Every image of a benchmark is aligned and stored: it can be scored on.
public record BenchmarkIngested(BenchmarkId benchmark, int images, int imagesWithoutFace) implements DomainEvent {
    @Override
    public AuditFacts facts() {
        return new AuditFacts(
                "evaluation.benchmark-ingested",
                Map.of(
                        "benchmark",
                        benchmark.toString(),
                        "images",
                        Integer.toString(images),
                        "imagesWithoutFace",
                        Integer.toString(imagesWithoutFace)));
    }
}
