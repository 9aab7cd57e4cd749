package dev.facewright.platform.benchmarks;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// Names of benchmarks are unique, since reports are told apart by them.
public class BenchmarkNameTaken extends DomainException {
    BenchmarkNameTaken(BenchmarkId existing) {
        super(ProblemKind.CONFLICT, "benchmark-name-taken", existing);
    }
}
