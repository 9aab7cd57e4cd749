package dev.facewright.ml.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.ml.augment.ColourJitter;
import dev.facewright.ml.data.Augmentation;
import dev.facewright.ml.data.Sampling;
import org.junit.jupiter.api.Test;

class RecipeTest {
    private final Recipe good = Recipe.defaults();

    @Test
    void theDefaultsHaveNoProblems() {
        assertThat(good.problems()).isEmpty();
    }

    @Test
    void aMarginInDegreesIsNamedAsSuchWithItsValueInRadians() {
        Recipe degrees = recipe(new HeadRecipe("arcface", 64, 28.6), 32);

        assertThat(degrees.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo("head.marginRadians");
            assertThat(problem.message()).contains("in degrees?").contains("0.499");
        });
    }

    @Test
    void aBatchOfOneIsRefusedForTheNormsSake() {
        Recipe single = recipe(HeadRecipe.defaults(), 1);

        assertThat(single.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo("batchSize");
            assertThat(problem.message()).contains("BatchNorm");
        });
    }

    private Recipe recipe(HeadRecipe head, int batchSize) {
        return new Recipe(
                good.network(),
                head,
                1,
                batchSize,
                good.sampler(),
                good.schedule(),
                good.optimiser(),
                Augmentation.NONE,
                good.checkpoints(),
                1);
    }

    @Test
    void everyWrongFieldIsNamed() {
        Recipe wrong = new Recipe(
                new NetworkRecipe("no", 0, 1),
                new HeadRecipe("none", 0, -1),
                0,
                0,
                new Sampling(Sampling.Kind.P_BY_K, 4, 2),
                new Schedule(Schedule.Kind.COSINE, 0.1, 0.2, -1),
                new OptimiserRecipe(1, -1, Double.NaN),
                Augmentation.of(new ColourJitter(1, -1, 0, 0)),
                new CheckpointRule(-1),
                1);

        assertThat(wrong.problems())
                .extracting(RecipeProblem::field)
                .containsExactly(
                        "network.backbone",
                        "network.widthFactor",
                        "network.embeddingDimensions",
                        "head.name",
                        "head.scale",
                        "head.marginRadians",
                        "epochs",
                        "batchSize",
                        "sampler.identitiesPerBatch",
                        "schedule.finalLearningRate",
                        "schedule.warmupSteps",
                        "optimiser.momentum",
                        "optimiser.weightDecay",
                        "optimiser.gradientClipNorm",
                        "augmentation.brightness",
                        "checkpoints.everySteps");
    }
}
