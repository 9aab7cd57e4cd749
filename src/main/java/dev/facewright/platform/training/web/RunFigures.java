package dev.facewright.platform.training.web;

import dev.facewright.platform.training.RunProgress;
import dev.facewright.platform.training.RunView;

/// A run's progress in words and numbers.
///
/// @param percent  in [0, 100]
record RunFigures(
        String loss,
        String learningRate,
        String imagesPerSecond,
        String memory,
        String dataWait,
        long skippedSteps,
        String timeLeft,
        int epoch,
        int percent) {
    private static final int WHOLE = 100;

    static RunFigures of(RunView run) {
        RunProgress progress = run.progress();
        return new RunFigures(
                Numbers.significant(progress.loss()),
                Numbers.rate(progress.learningRate()),
                Numbers.oneDecimal(progress.imagesPerSecond()),
                Numbers.megabytes(progress.residentBytes()),
                Numbers.percent(progress.dataWaitShare()),
                progress.skippedSteps(),
                Numbers.duration(progress.secondsLeft()),
                Math.min(progress.epochs(), progress.epoch() + 1),
                (int) Math.round(progress.share() * WHOLE));
    }
}
