package dev.facewright.platform.benchmarks;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// An image that a pair names cannot be decoded: every pair must be scored, so the benchmark is not taken.
public class BenchmarkImageUnreadable extends DomainException {
    BenchmarkImageUnreadable(int pair, String reason) {
        super(ProblemKind.UNPROCESSABLE, "benchmark-image-unreadable", pair, reason);
    }
}
