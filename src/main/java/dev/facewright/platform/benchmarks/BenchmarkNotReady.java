package dev.facewright.platform.benchmarks;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// Only a benchmark whose images are all aligned and still held can be scored on.
public class BenchmarkNotReady extends DomainException {
    BenchmarkNotReady(BenchmarkId id, BenchmarkStatus status) {
        super(ProblemKind.CONFLICT, "benchmark-not-ready", id, status);
    }
}
