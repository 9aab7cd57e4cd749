package dev.facewright.platform.evaluation;

/// Job: score a model on a benchmark.
record RunEvaluation(EvaluationId evaluation) {}
