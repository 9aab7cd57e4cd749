package dev.facewright.platform.benchmarks;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// The file is no zip, tar or tar.gz, or is damaged, or holds more than is taken.
public class BenchmarkArchiveRefused extends DomainException {
    BenchmarkArchiveRefused() {
        super(ProblemKind.UNSUPPORTED, "benchmark-archive-refused");
    }
}
