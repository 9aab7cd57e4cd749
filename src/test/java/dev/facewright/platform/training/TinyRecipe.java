package dev.facewright.platform.training;

import dev.facewright.ml.backbone.Activation;
import dev.facewright.ml.data.Augmentation;
import dev.facewright.ml.data.Sampling;
import dev.facewright.ml.train.CheckpointRule;
import dev.facewright.ml.train.HeadRecipe;
import dev.facewright.ml.train.NetworkRecipe;
import dev.facewright.ml.train.ObjectiveRecipe;
import dev.facewright.ml.train.OptimiserRecipe;
import dev.facewright.ml.train.PrecisionRecipe;
import dev.facewright.ml.train.Recipe;
import dev.facewright.ml.train.Schedule;

/// Recipes that a test can wait for.
final class TinyRecipe {
    static final int BATCH = 4;

    private TinyRecipe() {}

    static Recipe epochs(int epochs) {
        return new Recipe(
                new NetworkRecipe("mobilefacenet", 0.125, 16, Activation.PRELU, 8),
                ObjectiveRecipe.SUPERVISED,
                new HeadRecipe("arcface", 16, 0.2),
                epochs,
                BATCH,
                Sampling.UNIFORM,
                new Schedule(Schedule.Kind.COSINE, 0.01, 1e-4, 2),
                new OptimiserRecipe(0.9, 5e-4, 5),
                PrecisionRecipe.defaults(),
                Augmentation.NONE,
                new CheckpointRule(2),
                7);
    }
}
