package dev.facewright.ml.train;

import dev.facewright.ml.torch.TrainingDevices;

/// Hears how a run goes, on the training thread: what takes long here holds the training up.
public interface TrainingObserver {
    /// Hears nothing.
    TrainingObserver NONE = new TrainingObserver() {};

    /// Comes first.
    default void onDevices(TrainingDevices devices) {}

    default void onStep(StepReport report) {}

    default void onEpoch(EpochReport report) {}

    default void onCheckpoint(Checkpoint checkpoint) {}

    /// The run goes on from an earlier checkpoint, which is given next; any newer one leads nowhere.
    default void onSetback(Setback setback) {}
}
