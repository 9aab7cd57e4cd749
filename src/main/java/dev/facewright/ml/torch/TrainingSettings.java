package dev.facewright.ml.torch;

/// What a training program is compiled by, beside network and objective.
public record TrainingSettings(OptimiserSettings optimiser, PrecisionSettings precision) {
    static TrainingSettings of(OptimiserSettings optimiser) {
        return new TrainingSettings(optimiser, PrecisionSettings.FULL);
    }
}
