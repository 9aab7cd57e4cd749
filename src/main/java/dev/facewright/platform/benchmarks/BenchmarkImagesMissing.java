package dev.facewright.platform.benchmarks;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// The archive lacks images that the pairs name. Says which pair is the first without one; the file's own names
/// are not repeated.
public class BenchmarkImagesMissing extends DomainException {
    BenchmarkImagesMissing(int missing, int firstPair) {
        super(ProblemKind.UNPROCESSABLE, "benchmark-images-missing", missing, firstPair);
    }
}
