package dev.facewright.platform.evaluation;

/// Job: align and store the images of a benchmark.
record IngestBenchmark(BenchmarkId benchmark) {}
