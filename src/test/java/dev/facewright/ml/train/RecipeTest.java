package dev.facewright.ml.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.ml.augment.ColourJitter;
import dev.facewright.ml.backbone.Activation;
import dev.facewright.ml.data.Augmentation;
import dev.facewright.ml.data.Sampling;
import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Op;
import dev.facewright.ml.head.AdaFace;
import dev.facewright.ml.head.ArcFace;
import dev.facewright.ml.head.CombinedMargin;
import dev.facewright.ml.head.Contrastive;
import dev.facewright.ml.head.CosFace;
import dev.facewright.ml.head.Head;
import dev.facewright.ml.head.Heads;
import dev.facewright.ml.head.MoCo;
import dev.facewright.ml.head.PartialFc;
import dev.facewright.ml.head.SmoothedHead;
import dev.facewright.ml.head.SubCentreArcFace;
import dev.facewright.ml.torch.settings.PrecisionSettings.Type;
import org.junit.jupiter.api.Test;

class RecipeTest {
    private final Recipe good = Recipe.defaults();

    @Test
    void theDefaultsHaveNoProblems() {
        assertThat(good.problems()).isEmpty();
    }

    @Test
    void aMarginInDegreesIsNamedAsSuchWithItsValueInRadians() {
        Recipe degrees = recipe(HeadRecipe.defaults().with(ArcFace.SCALE, 64).with(ArcFace.MARGIN, 28.6), 32);

        assertThat(degrees.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo("head.marginRadians");
            assertThat(problem.message()).contains("in degrees?").contains("0.499");
        });
    }

    @Test
    void everyHeadIsMadeFromTheRecipe() {
        for (String name : Heads.names()) {
            Head head = HeadRecipe.named(name).head(5, 1);

            assertThat(head.kind().name()).isEqualTo(name);
            assertThat(head.sampling()).isEmpty();
        }
        Head special = HeadRecipe.named("softmax")
                .with(PartialFc.RATE, 0.5)
                .with(SmoothedHead.SMOOTHING, 0.1)
                .head(5, 1);
        assertThat(special.labelSmoothing()).isEqualTo(0.1);
        assertThat(special.sampling())
                .hasValueSatisfying(sampling -> assertThat(sampling.rate()).isEqualTo(0.5));
    }

    @Test
    void sharesInPerCentAndMarginsInDegreesAreNamedAsSuch() {
        HeadRecipe head = HeadRecipe.named("cosface")
                .with(CosFace.MARGIN, 20)
                .with(CombinedMargin.FACTOR, 0.5)
                .with(AdaFace.MARGIN, 23)
                .with(AdaFace.ADAPTIVITY, 33.3)
                .with(SubCentreArcFace.CENTRES, 0)
                .with(PartialFc.RATE, 10)
                .with(SmoothedHead.SMOOTHING, 60);
        Recipe wrong = recipe(head, 32);

        assertThat(wrong.problems())
                .extracting(problem -> problem.field() + " " + problem.message())
                .satisfiesExactly(
                        each -> assertThat(each).startsWith("head.cosineMargin").contains("in degrees?"),
                        each -> assertThat(each).startsWith("head.angleFactor").contains("[1, 4]"),
                        each -> assertThat(each)
                                .startsWith("head.adaptiveMargin")
                                .contains("in degrees?"),
                        each -> assertThat(each).startsWith("head.adaptivity").contains("per cent? then give 0.333"),
                        each -> assertThat(each).startsWith("head.subCentres").contains("[1, 16]"),
                        each -> assertThat(each)
                                .startsWith("head.centreSamplingRate")
                                .contains("per cent? then give 0.1"),
                        each -> assertThat(each)
                                .startsWith("head.labelSmoothing")
                                .contains("per cent? then give 0.6"));
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
        return good.but()
                .head(head)
                .epochs(1)
                .batchSize(batchSize)
                .precision(PrecisionRecipe.defaults())
                .device(DeviceRecipe.defaults())
                .augmentation(Augmentation.NONE)
                .seed(1)
                .recipe();
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
    void aQueueShorterThanABatchIsRefusedWhereThereIsAQueue() {
        ObjectiveRecipe tooShort = ObjectiveRecipe.of(ObjectiveRecipe.Kind.MOCO).with(MoCo.QUEUE_SIZE, 32);
        ObjectiveRecipe noQueue =
                ObjectiveRecipe.of(ObjectiveRecipe.Kind.SIMCLR).with(MoCo.QUEUE_SIZE, 32);

        assertThat(tooShort.problems(64, Sampling.UNIFORM)).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo("queueSize");
            assertThat(problem.message()).contains("at least the batch size, 64");
        });
        assertThat(noQueue.problems(64, Sampling.UNIFORM)).isEmpty();
    }

    @Test
    void samplingByIdentityIsRefusedWhereIdentitiesPlayNoPart() {
        Sampling balanced = new Sampling(Sampling.Kind.CLASS_BALANCED, 16, 4);
        ObjectiveRecipe simClr = ObjectiveRecipe.of(ObjectiveRecipe.Kind.SIMCLR).with(MoCo.QUEUE_SIZE, 32);

        assertThat(simClr.problems(64, balanced)).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo("kind");
            assertThat(problem.message()).contains("UNIFORM");
        });
        assertThat(ObjectiveRecipe.SUPERVISED.problems(64, balanced)).isEmpty();
    }

    @Test
    void aStepOfTooManyImagesIsRefused() {
        assertThat(accumulating(good.objective(), 128).problems()).isEmpty();
        assertThat(accumulating(good.objective(), 129).problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.field()).isEqualTo("optimiser.accumulationSteps");
                    assertThat(problem.message()).contains("8256 images a step, at most 8192");
                });
    }

    @Test
    void viewsAreNotContrastedInParts() {
        ObjectiveRecipe simClr = ObjectiveRecipe.of(ObjectiveRecipe.Kind.SIMCLR);

        assertThat(accumulating(simClr, 1).problems()).isEmpty();
        assertThat(accumulating(simClr, 2).problems())
                .extracting(RecipeProblem::field)
                .containsExactly("optimiser.accumulationSteps");
    }

    private Recipe accumulating(ObjectiveRecipe objective, int steps) {
        return good.but()
                .objective(objective)
                .epochs(1)
                .batchSize(64)
                .optimiser(good.optimiser().accumulating(steps))
                .augmentation(Augmentation.NONE)
                .seed(1)
                .recipe();
    }

    @Test
    void everyWrongFieldIsNamed() {
        Recipe wrong = good.but()
                .network(new NetworkRecipe("no", 0, 1, Activation.RELU, 7))
                .objective(ObjectiveRecipe.of(ObjectiveRecipe.Kind.MOCO)
                        .with(Contrastive.TEMPERATURE, 0)
                        .with(Contrastive.PROJECTOR_DIMENSIONS, 1)
                        .with(MoCo.QUEUE_SIZE, 1)
                        .with(MoCo.KEY_MOMENTUM, 1))
                .head(HeadRecipe.named("none").with(ArcFace.SCALE, 0).with(ArcFace.MARGIN, -1))
                .epochs(0)
                .batchSize(0)
                .sampler(new Sampling(Sampling.Kind.P_BY_K, 4, 2))
                .schedule(new Schedule(Schedule.Kind.COSINE, 0.1, 0.2, -1, 0, 0))
                .optimiser(new OptimiserRecipe(OptimiserRecipe.Kind.ADAMW, 1, 1, 0, -1, Double.NaN, 0, 1))
                .precision(new PrecisionRecipe(Type.FP16, 0.5, false))
                .device(DeviceRecipe.defaults())
                .augmentation(Augmentation.of(new ColourJitter(1, -1, 0, 0)))
                .checkpoints(new CheckpointRule(-1))
                .seed(1)
                .recipe();

        assertThat(wrong.problems())
                .extracting(RecipeProblem::field)
                .containsExactly(
                        "network.backbone",
                        "network.widthFactor",
                        "network.embeddingDimensions",
                        "network.patchSize",
                        "objective.kind",
                        "objective.temperature",
                        "objective.projectorDimensions",
                        "objective.queueSize",
                        "objective.keyMomentum",
                        "head.name",
                        "head.scale",
                        "head.marginRadians",
                        "epochs",
                        "batchSize",
                        "sampler.identitiesPerBatch",
                        "schedule.finalLearningRate",
                        "schedule.warmupSteps",
                        "schedule.restartEpochs",
                        "schedule.power",
                        "optimiser.momentum",
                        "optimiser.beta2",
                        "optimiser.epsilon",
                        "optimiser.weightDecay",
                        "optimiser.gradientClipNorm",
                        "optimiser.accumulationSteps",
                        "optimiser.emaDecay",
                        "precision.lossScale",
                        "augmentation.brightness",
                        "checkpoints.everySteps");
    }
}
