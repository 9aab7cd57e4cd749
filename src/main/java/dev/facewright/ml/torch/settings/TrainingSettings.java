package dev.facewright.ml.torch.settings;

/// What a training program is compiled by, beside network and objective.
public record TrainingSettings(OptimiserSettings optimiser, PrecisionSettings precision) {
    public static TrainingSettings of(OptimiserSettings optimiser) {
        return new TrainingSettings(optimiser, PrecisionSettings.FULL);
    }
}
