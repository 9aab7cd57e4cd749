package dev.facewright.platform.training;

import org.jspecify.annotations.Nullable;

/// How far a run is.
///
/// @param stepsDone  over all epochs
/// @param totalSteps  of the whole run; 0 until the first step
/// @param epoch  from 0, the one under way
/// @param loss  of the latest step, in nats; null before the first
/// @param dataWaitShare  of the time in steps since the last start, what was waiting for images, in [0, 1]; null
///     before the first step
/// @param skippedSteps  that changed no weight, since their gradient overflowed in float16
/// @param secondsLeft  at the present speed; null while there is none
public record RunProgress(
        long stepsDone,
        long totalSteps,
        int epoch,
        int epochs,
        @Nullable Double loss,
        @Nullable Double learningRate,
        @Nullable Double imagesPerSecond,
        @Nullable Long residentBytes,
        @Nullable Double dataWaitShare,
        long skippedSteps,
        @Nullable Long secondsLeft) {

    /// In [0, 1].
    public double share() {
        return totalSteps == 0 ? 0 : (double) stepsDone / totalSteps;
    }
}
