package dev.facewright.ml.train;

import dev.facewright.ml.data.BatchLoader;
import dev.facewright.ml.data.CropSource;
import dev.facewright.ml.graph.FaceModel;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Trains a backbone on labelled crops with a head, or on views of unlabelled ones, on the calling thread.
public final class Trainer {
    private final LongSupplier nanoTime;

    public Trainer() {
        this(System::nanoTime);
    }

    /// @param nanoTime  a monotonic clock in nanoseconds; only speeds are measured with it
    public Trainer(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /// @param start  a model to go on from instead of a fresh backbone; any network over 112x112 colour crops
    /// @param resume  from an earlier call with the same recipe and crops; then `start` plays no part
    /// @throws IllegalArgumentException if the recipe has problems, there are fewer than two crops, or
    ///     fewer than two identities for a head, or the start model takes another input
    /// @throws CheckpointMismatch if the checkpoint is of another run
    /// @throws DeviceNotFound if this process has not the device that the recipe asks for
    /// @throws TrainingDiverged if loss or gradient stop being finite, and do so again from the last good
    ///     checkpoint at half the learning rate
    /// @throws TrainingOutOfMemory if a step does not fit into native memory, in however small parts
    public TrainingResult train(
            Recipe recipe,
            CropSource crops,
            @Nullable FaceModel start,
            @Nullable Checkpoint resume,
            TrainingObserver observer,
            StopSignal stop) {
        RunSetup setup = RunSetup.of(recipe, crops);
        observer.onDevices(setup.devices());
        LastGood lastGood = new LastGood(setup.begin(start, resume));
        try (BatchLoader batches = new BatchLoader(
                crops,
                lastGood.get().model().preprocessing(),
                recipe.augmentation(),
                recipe.sampler(),
                recipe.effectiveBatch(),
                setup.objective().views(),
                recipe.seed())) {
            return new Attempts(setup, lastGood, batches, observer, stop, nanoTime).run();
        }
    }

    /// How a run ended, when nothing went wrong.
    public sealed interface TrainingResult {
        /// All epochs are done.
        record Completed(FaceModel model, TrainingMetrics metrics) implements TrainingResult {}

        /// The stop signal came; `last` was also given to the observer.
        record Stopped(Checkpoint last) implements TrainingResult {}
    }
}
