package dev.facewright.platform.benchmarks;

/// Job: align and store the images of a benchmark.
record IngestBenchmark(BenchmarkId benchmark) {}
