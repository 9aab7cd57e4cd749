package dev.facewright.platform.training;

import dev.facewright.ml.backbone.Activation;
import dev.facewright.ml.data.Augmentation;
import dev.facewright.ml.head.ArcFace;
import dev.facewright.ml.train.CheckpointRule;
import dev.facewright.ml.train.HeadRecipe;
import dev.facewright.ml.train.NetworkRecipe;
import dev.facewright.ml.train.OptimiserRecipe;
import dev.facewright.ml.train.Recipe;
import dev.facewright.ml.train.Schedule;

/// Recipes that a test can wait for.
final class TinyRecipe {
    static final int BATCH = 4;

    private TinyRecipe() {}

    static Recipe epochs(int epochs) {
        return keeping(epochs, new CheckpointRule(2));
    }

    static Recipe keeping(int epochs, CheckpointRule checkpoints) {
        return recipe(
                epochs,
                new Schedule(Schedule.Kind.COSINE, 0.01, 1e-4, 2),
                new OptimiserRecipe(0.9, 5e-4, 5),
                checkpoints);
    }

    /// Decay times the rate is above 2: each step turns every weight round and makes it larger.
    static Recipe diverging() {
        return recipe(
                40,
                new Schedule(Schedule.Kind.CONSTANT, 10, 10, 0),
                new OptimiserRecipe(0.9, 1, 0),
                new CheckpointRule(2));
    }

    private static Recipe recipe(int epochs, Schedule schedule, OptimiserRecipe optimiser, CheckpointRule checkpoints) {
        return Recipe.defaults()
                .but()
                .network(new NetworkRecipe("mobilefacenet", 0.125, 16, Activation.PRELU, 8))
                .head(HeadRecipe.defaults().with(ArcFace.SCALE, 16).with(ArcFace.MARGIN, 0.2))
                .epochs(epochs)
                .batchSize(BATCH)
                .schedule(schedule)
                .optimiser(optimiser)
                .augmentation(Augmentation.NONE)
                .checkpoints(checkpoints)
                .seed(7)
                .recipe();
    }
}
