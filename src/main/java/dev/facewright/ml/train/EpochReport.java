package dev.facewright.ml.train;

/// One epoch, after it is done. After a resume it still covers the whole epoch, speed excepted.
///
/// @param epoch  from 0
/// @param epochs  of the run
/// @param meanLoss  over all images of the epoch, in nats
/// @param accuracy  share of images nearest to their own identity's centre, without margin, while training
/// @param learningRate  of the last step
/// @param imagesPerSecond  since the start of the epoch or the resume in it
/// @param residentBytes  of the process; 0 where the system does not tell
public record EpochReport(
        int epoch,
        int epochs,
        double meanLoss,
        double accuracy,
        double learningRate,
        double imagesPerSecond,
        long residentBytes) {}
