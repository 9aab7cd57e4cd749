package dev.facewright.platform.models;

import dev.facewright.platform.benchmarks.BenchmarkId;
import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.datasets.Split;

/// What a figure was measured on.
public sealed interface Sample {
    /// @param name  what it was called then, for the words; no part of the figure's identity
    record Benchmark(BenchmarkId id, String name) implements Sample {}

    record Images(DatasetVersionId version, Split split) implements Sample {}
}
