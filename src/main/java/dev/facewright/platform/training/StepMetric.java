package dev.facewright.platform.training;

import java.time.Instant;

/// One recorded step.
///
/// @param step  over all epochs, from 0
/// @param loss  mean of the batch, in nats
/// @param accuracy  share of the batch nearest to its own identity, while training
public record StepMetric(
        long step,
        int epoch,
        double loss,
        double learningRate,
        double gradientNorm,
        double accuracy,
        double imagesPerSecond,
        long residentBytes,
        double dataWaitMillis,
        Instant at) {}
