package dev.facewright.ml.train;

/// One step, after it is done.
///
/// @param epoch  from 0
/// @param step  from 0, within the epoch
/// @param globalStep  from 0, over all epochs
/// @param loss  mean over the batch, in nats
/// @param learningRate  of this step
/// @param gradientNorm  over all parameters, before clipping; 0 if it overflowed in float16, so that the step was
/// skipped
/// @param skippedSteps  how many such steps the run has had, those before a resume included
/// @param accuracy  share of the batch nearest to its own identity's centre, without margin
/// @param imagesPerSecond  of this step, the wait for its batch included
/// @param residentBytes  of the process; 0 where the system does not tell
/// @param dataWaitMillis  how long the step waited for its batch
/// @param dataWaitShare  of the time in steps since the start or the resume, what was such waiting; in [0, 1]
public record StepReport(
        int epoch,
        int step,
        int stepsPerEpoch,
        long globalStep,
        double loss,
        double learningRate,
        double gradientNorm,
        long skippedSteps,
        double accuracy,
        double imagesPerSecond,
        long residentBytes,
        double dataWaitMillis,
        double dataWaitShare) {}
