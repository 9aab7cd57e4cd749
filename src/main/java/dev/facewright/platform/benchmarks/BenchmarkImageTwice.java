package dev.facewright.platform.benchmarks;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// The archive holds two files for one image, such as a JPEG and a PNG of one name: which one is meant cannot be
/// told.
public class BenchmarkImageTwice extends DomainException {
    BenchmarkImageTwice(int pair) {
        super(ProblemKind.UNPROCESSABLE, "benchmark-image-twice", pair);
    }
}
