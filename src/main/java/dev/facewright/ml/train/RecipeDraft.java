package dev.facewright.ml.train;

import dev.facewright.ml.data.Augmentation;
import dev.facewright.ml.data.Sampling;

/// A recipe on its way from another one: `Recipe.defaults().but().epochs(5).seed(7).recipe()`.
public final class RecipeDraft {
    private NetworkRecipe network;
    private ObjectiveRecipe objective;
    private HeadRecipe head;
    private int epochs;
    private int batchSize;
    private Sampling sampler;
    private Schedule schedule;
    private OptimiserRecipe optimiser;
    private PrecisionRecipe precision;
    private DeviceRecipe device;
    private Augmentation augmentation;
    private CheckpointRule checkpoints;
    private long seed;

    RecipeDraft(Recipe from) {
        this.network = from.network();
        this.objective = from.objective();
        this.head = from.head();
        this.epochs = from.epochs();
        this.batchSize = from.batchSize();
        this.sampler = from.sampler();
        this.schedule = from.schedule();
        this.optimiser = from.optimiser();
        this.precision = from.precision();
        this.device = from.device();
        this.augmentation = from.augmentation();
        this.checkpoints = from.checkpoints();
        this.seed = from.seed();
    }

    public RecipeDraft network(NetworkRecipe other) {
        network = other;
        return this;
    }

    public RecipeDraft objective(ObjectiveRecipe other) {
        objective = other;
        return this;
    }

    public RecipeDraft head(HeadRecipe other) {
        head = other;
        return this;
    }

    public RecipeDraft epochs(int other) {
        epochs = other;
        return this;
    }

    public RecipeDraft batchSize(int other) {
        batchSize = other;
        return this;
    }

    public RecipeDraft sampler(Sampling other) {
        sampler = other;
        return this;
    }

    public RecipeDraft schedule(Schedule other) {
        schedule = other;
        return this;
    }

    public RecipeDraft optimiser(OptimiserRecipe other) {
        optimiser = other;
        return this;
    }

    public RecipeDraft precision(PrecisionRecipe other) {
        precision = other;
        return this;
    }

    public RecipeDraft device(DeviceRecipe other) {
        device = other;
        return this;
    }

    public RecipeDraft augmentation(Augmentation other) {
        augmentation = other;
        return this;
    }

    public RecipeDraft checkpoints(CheckpointRule other) {
        checkpoints = other;
        return this;
    }

    public RecipeDraft seed(long other) {
        seed = other;
        return this;
    }

    public Recipe recipe() {
        return new Recipe(
                network,
                objective,
                head,
                epochs,
                batchSize,
                sampler,
                schedule,
                optimiser,
                precision,
                device,
                augmentation,
                checkpoints,
                seed);
    }
}
