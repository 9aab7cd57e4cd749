package dev.facewright.platform.benchmarks;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// There is no benchmark of that id.
public class BenchmarkNotFound extends DomainException {
    BenchmarkNotFound(BenchmarkId id) {
        super(ProblemKind.NOT_FOUND, "benchmark-not-found", id);
    }
}
