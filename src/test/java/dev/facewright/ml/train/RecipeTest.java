package dev.facewright.ml.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.ml.data.Augmentation;
import org.junit.jupiter.api.Test;

class RecipeTest {
    private final Recipe good = Recipe.defaults();

    @Test
    void theDefaultsHaveNoProblems() {
        assertThat(good.problems()).isEmpty();
    }

    @Test
    void aMarginInDegreesIsNamedAsSuchWithItsValueInRadians() {
        Recipe degrees = new Recipe(
                "mobilefacenet",
                1,
                128,
                "arcface",
                64,
                28.6,
                1,
                32,
                good.schedule(),
                0.9,
                0,
                0,
                Augmentation.NONE,
                0,
                1);

        assertThat(degrees.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo("marginRadians");
            assertThat(problem.message()).contains("in degrees?").contains("0.499");
        });
    }

    @Test
    void aBatchOfOneIsRefusedForTheNormsSake() {
        Recipe single = new Recipe(
                "mobilefacenet", 1, 128, "arcface", 64, 0.5, 1, 1, good.schedule(), 0.9, 0, 0, Augmentation.NONE, 0, 1);

        assertThat(single.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo("batchSize");
            assertThat(problem.message()).contains("BatchNorm");
        });
    }

    @Test
    void everyWrongFieldIsNamed() {
        Schedule schedule = new Schedule(Schedule.Kind.COSINE, 0.1, 0.2, -1);
        Augmentation augmentation = new Augmentation(false, -1, 0, 0, 0, 0, 0, 0);
        Recipe wrong = new Recipe("no", 0, 1, "none", 0, -1, 0, 0, schedule, 1, -1, Double.NaN, augmentation, -1, 1);

        assertThat(wrong.problems())
                .extracting(RecipeProblem::field)
                .containsExactly(
                        "backbone",
                        "widthFactor",
                        "embeddingDimensions",
                        "head",
                        "scale",
                        "marginRadians",
                        "epochs",
                        "batchSize",
                        "checkpointEverySteps",
                        "schedule.finalLearningRate",
                        "schedule.warmupSteps",
                        "momentum",
                        "weightDecay",
                        "gradientClipNorm",
                        "augmentation.brightness");
    }
}
