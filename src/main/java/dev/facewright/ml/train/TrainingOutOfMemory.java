package dev.facewright.ml.train;

import dev.facewright.ml.train.StepFailure.NoMemory;

/// A step does not fit into memory, however small its parts; the last checkpoint is kept.
public final class TrainingOutOfMemory extends RuntimeException {
    TrainingOutOfMemory(NoMemory found, Recipe recipe) {
        super(
                "Out of memory at step " + found.globalStep() + ": " + reason(recipe)
                        + " Choose activation checkpointing, a smaller batch or a smaller network, and start again.",
                found);
    }

    private static String reason(Recipe recipe) {
        return recipe.objective().labelled()
                ? "not even two images at once fit."
                : "a batch of views cannot be cut into parts.";
    }
}
