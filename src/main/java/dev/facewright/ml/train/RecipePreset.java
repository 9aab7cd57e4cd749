package dev.facewright.ml.train;

import dev.facewright.ml.backbone.Activation;
import dev.facewright.ml.data.Augmentation;
import dev.facewright.ml.head.Contrastive;
import dev.facewright.ml.head.CosFace;
import dev.facewright.ml.head.PartialFc;
import dev.facewright.ml.train.Schedule.Kind;
import java.util.List;
import java.util.Optional;

/// A whole recipe with a name, to start from.
///
/// @param name  lower case with hyphens; also the key of its texts
public record RecipePreset(String name, Recipe recipe) {
    private static final int BATCH = 64;
    // 512 images a step, as learning rates of 0.1 are meant for.
    private static final int PARTS = 8;

    /// Chen et al., *SimCLR*, ICML 2020, section 5.1 and table 5: 0.1 is their best temperature.
    private static final ObjectiveRecipe SIMCLR =
            ObjectiveRecipe.of(ObjectiveRecipe.Kind.SIMCLR).with(Contrastive.TEMPERATURE, 0.1);

    /// Chen et al., *MoCo v2*, 2020, table 2, with queue and momentum of a run much shorter than theirs.
    private static final ObjectiveRecipe MOCO = ObjectiveRecipe.of(ObjectiveRecipe.Kind.MOCO);

    /// All there are, the defaults first.
    public static List<RecipePreset> all() {
        return List.of(
                new RecipePreset("defaults", Recipe.defaults()),
                new RecipePreset("cosine-restarts", cosineRestarts()),
                new RecipePreset("arcface", arcFace()),
                new RecipePreset("partial-fc", partialFc()),
                new RecipePreset("vision-transformer", visionTransformer()),
                new RecipePreset("simclr", pretraining(SIMCLR, 0.05)),
                new RecipePreset("moco", pretraining(MOCO, 0.0075)),
                new RecipePreset("fine-tuning", fineTuning()));
    }

    public static Optional<RecipePreset> named(String name) {
        return all().stream().filter(preset -> preset.name().equals(name)).findFirst();
    }

    /// 0.1, cosine to 0.01 every 10 epochs.
    private static Recipe cosineRestarts() {
        return large(
                NetworkRecipe.defaults(),
                HeadRecipe.defaults(),
                40,
                new Schedule(Kind.COSINE_RESTARTS, 0.1, 0.01, 0, 10, 2));
    }

    /// Deng et al., *ArcFace*, CVPR 2019, section 3.1.
    private static Recipe arcFace() {
        return large(network("iresnet-50"), HeadRecipe.defaults(), 34, new Schedule(Kind.STEP, 0.1, 0, 0));
    }

    /// An et al., *Partial FC*, CVPR 2022, section 4.1: CosFace with 0.4, a tenth of the centres, polynomial decay.
    private static Recipe partialFc() {
        HeadRecipe sampled =
                HeadRecipe.named("cosface").with(CosFace.MARGIN, 0.4).with(PartialFc.RATE, 0.1);
        return large(network("iresnet-50"), sampled, 20, new Schedule(Kind.POLYNOMIAL, 0.1, 0, 1000, 10, 2));
    }

    private static Recipe visionTransformer() {
        return with(
                network("vit-tiny"),
                HeadRecipe.defaults(),
                40,
                new Schedule(Kind.COSINE, 1e-3, 1e-6, 1000),
                OptimiserRecipe.adamW(0.05, 1, PARTS, 0.9999));
    }

    /// Without labels; the learning rates are the papers', scaled to the batch. Views must be hard to match: with the
    /// mild augmentation of a supervised run, colours and background alone would do.
    private static Recipe pretraining(ObjectiveRecipe objective, double learningRate) {
        Recipe usual = Recipe.defaults();
        return usual.but()
                .objective(objective)
                .epochs(40)
                .batchSize(BATCH)
                .schedule(new Schedule(Kind.COSINE, learningRate, learningRate / 1000, 100))
                .augmentation(Augmentation.contrastive())
                .recipe();
    }

    /// For a model to start from: its network stays, at a rate that does not undo what it knows.
    private static Recipe fineTuning() {
        return with(
                NetworkRecipe.defaults(),
                HeadRecipe.defaults(),
                5,
                new Schedule(Kind.COSINE, 1e-3, 1e-6, 50),
                OptimiserRecipe.defaults());
    }

    private static Recipe large(NetworkRecipe network, HeadRecipe head, int epochs, Schedule schedule) {
        return with(network, head, epochs, schedule, OptimiserRecipe.defaults().accumulating(PARTS));
    }

    private static NetworkRecipe network(String backbone) {
        return new NetworkRecipe(backbone, 1, 512, Activation.PRELU, 8);
    }

    private static Recipe with(
            NetworkRecipe network, HeadRecipe head, int epochs, Schedule schedule, OptimiserRecipe optimiser) {
        Recipe usual = Recipe.defaults();
        return usual.but()
                .network(network)
                .head(head)
                .epochs(epochs)
                .batchSize(BATCH)
                .schedule(schedule)
                .optimiser(optimiser)
                .recipe();
    }
}
