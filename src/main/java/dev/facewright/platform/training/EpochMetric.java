package dev.facewright.platform.training;

import java.time.Instant;

/// One whole epoch.
///
/// @param epoch  from 0
/// @param meanLoss  in nats
/// @param accuracy  share of images nearest to their own identity, while training
public record EpochMetric(
        int epoch,
        double meanLoss,
        double accuracy,
        double learningRate,
        double imagesPerSecond,
        long residentBytes,
        Instant at) {}
