package dev.facewright.ml.train;

/// What a finished run can say of itself; quality on people it has not seen is for `verify` to tell.
///
/// @param meanLoss  of the last epoch, in nats
/// @param accuracy  of the last epoch: share of training images nearest to their own identity's centre
/// @param steps  of all epochs, those before a resume included
/// @param skippedSteps  those of them that changed no weight, since their gradient overflowed in float16
/// @param identities  in the training crops
/// @param images  training crops
/// @param imagesPerSecond  mean since the start or the resume
/// @param dataWaitShare  of the time in steps since the start or the resume, what was waiting for batches
/// @param peakResidentBytes  the highest seen after a step; 0 where the system does not tell
public record TrainingMetrics(
        double meanLoss,
        double accuracy,
        long steps,
        long skippedSteps,
        int identities,
        int images,
        double imagesPerSecond,
        double dataWaitShare,
        long peakResidentBytes) {}
