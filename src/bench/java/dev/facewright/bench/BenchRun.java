package dev.facewright.bench;

import dev.facewright.ml.data.CropSource;
import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.train.Recipe;
import dev.facewright.ml.train.StopSignal;
import dev.facewright.ml.train.Trainer;
import dev.facewright.ml.train.TrainingObserver;
import dev.facewright.ml.train.Trainer.TrainingResult.Completed;
import dev.facewright.ml.train.Trainer.TrainingResult.Stopped;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A whole training run of a benchmark. A process that is told to end does so between two of its steps: unloaded
/// in the midst of one, libtorch crashes.
final class BenchRun {
    private static final int LONGEST_STEP_SECONDS = 60;

    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean toldToEnd;

    private BenchRun() {}

    /// @throws IllegalStateException if the process was told to end
    static FaceModel train(
            Recipe recipe, CropSource crops, @Nullable FaceModel start, TrainingObserver observer) {
        return new BenchRun().run(recipe, crops, start, observer);
    }

    private FaceModel run(Recipe recipe, CropSource crops, @Nullable FaceModel start, TrainingObserver observer) {
        Thread end = new Thread(this::end);
        Runtime.getRuntime().addShutdownHook(end);
        try {
            StopSignal stop = () -> toldToEnd;
            return switch (new Trainer().train(recipe, crops, start, null, observer, stop)) {
                case Completed completed -> completed.model();
                case Stopped _ -> throw new IllegalStateException("Told to end");
            };
        } finally {
            ended.countDown();
            if (!toldToEnd) {
                Runtime.getRuntime().removeShutdownHook(end);
            }
        }
    }

    private void end() {
        toldToEnd = true;
        try {
            ended.await(LONGEST_STEP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
