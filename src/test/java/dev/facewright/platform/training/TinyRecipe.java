package dev.facewright.platform.training;

import dev.facewright.ml.data.Augmentation;
import dev.facewright.ml.train.Recipe;
import dev.facewright.ml.train.Schedule;

/// Recipes that a test can wait for.
final class TinyRecipe {
    static final int BATCH = 4;

    private TinyRecipe() {}

    static Recipe epochs(int epochs) {
        return new Recipe(
                "mobilefacenet",
                0.125,
                16,
                "arcface",
                16,
                0.2,
                epochs,
                BATCH,
                new Schedule(Schedule.Kind.COSINE, 0.01, 1e-4, 2),
                0.9,
                5e-4,
                5,
                Augmentation.NONE,
                2,
                7);
    }
}
