package dev.facewright.ml.train;

import dev.facewright.ml.graph.FaceModel;

/// How a run ended, when nothing went wrong.
public sealed interface TrainingResult {
    /// All epochs are done.
    record Completed(FaceModel model, TrainingMetrics metrics) implements TrainingResult {}

    /// The stop signal came; `last` was also given to the observer.
    record Stopped(Checkpoint last) implements TrainingResult {}
}
