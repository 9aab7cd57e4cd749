package dev.facewright.ml.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.ml.augment.ColourJitter;
import dev.facewright.ml.backbone.Activation;
import dev.facewright.ml.data.Augmentation;
import dev.facewright.ml.data.Sampling;
import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Op;
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
    void aNetworkTooLargeToTrainIsRefusedBeforeItIsBuilt() {
        NetworkRecipe base = new NetworkRecipe("vit-base", 1, 512, Activation.PRELU, 8);
        NetworkRecipe wider = new NetworkRecipe("vit-base", 2, 512, Activation.PRELU, 8);

        assertThat(base.problems()).isEmpty();
        assertThat(wider.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo("widthFactor");
            assertThat(problem.message()).contains("803 million parameters, at most 268 million");
        });
    }

    @Test
    void activationAndPatchesReachTheBackbone() {
        FaceModel relu = new NetworkRecipe("mobilefacenet", 0.125, 16, Activation.RELU, 8).build(1);
        FaceModel patches = new NetworkRecipe("vit-tiny", 0.125, 16, Activation.RELU, 16).build(1);

        assertThat(relu.network().ops()).noneMatch(Op.PRelu.class::isInstance);
        assertThat(patches.weights().get("places.weight").shape()[0]).isEqualTo(49);
    }

    @Test
    void everyWrongFieldIsNamed() {
        Recipe wrong = new Recipe(
                new NetworkRecipe("no", 0, 1, Activation.RELU, 7),
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
                        "network.patchSize",
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
