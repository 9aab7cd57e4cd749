package dev.facewright.ml.train;

import dev.facewright.ml.data.Augmentation;
import dev.facewright.ml.data.Sampling;
import dev.facewright.ml.train.RecipeProblem.Rule;
import java.util.List;

/// Everything that decides a training run besides its crops.
///
/// @param network  what is trained, unless a run starts from a model
/// @param objective  whether identities are learnt, or what is common to views of one crop
/// @param head  what identities are learnt with; plays no part in a contrastive objective
/// @param epochs  passes over the crops
/// @param batchSize  crops that are worked on at once, by all devices together; a step is made of one batch, or of
///     several that accumulate
/// @param sampler  which crops stand together in a step
/// @param schedule  the learning rate over the run
/// @param optimiser  how gradients become steps
/// @param precision  in which types a step is worked out
/// @param device  what it is worked out on
/// @param augmentation  how crops may change each time they are shown
/// @param checkpoints  when the run keeps its place
/// @param seed  of weights, order and augmentation
public record Recipe(
        NetworkRecipe network,
        ObjectiveRecipe objective,
        HeadRecipe head,
        int epochs,
        int batchSize,
        Sampling sampler,
        Schedule schedule,
        OptimiserRecipe optimiser,
        PrecisionRecipe precision,
        DeviceRecipe device,
        Augmentation augmentation,
        CheckpointRule checkpoints,
        long seed) {

    // Their pixels wait as float32, three steps of them at once: 3.7 GB.
    private static final int MOST_IMAGES = 8192;

    /// MobileFaceNet and ArcFace with their papers' values, the learning rate scaled from a batch of 512 to one
    /// of 64.
    public static Recipe defaults() {
        return new Recipe(
                NetworkRecipe.defaults(),
                ObjectiveRecipe.SUPERVISED,
                HeadRecipe.defaults(),
                20,
                64,
                Sampling.UNIFORM,
                new Schedule(Schedule.Kind.COSINE, 0.0125, 1e-5, 100),
                OptimiserRecipe.defaults(),
                PrecisionRecipe.defaults(),
                DeviceRecipe.defaults(),
                Augmentation.defaults(),
                CheckpointRule.defaults(),
                1);
    }

    /// What is wrong with it, field by field; empty when nothing is.
    public List<RecipeProblem> problems() {
        FieldChecks checks = new FieldChecks();
        checks.addAll("network", network.problems());
        checks.addAll("objective", objective.problems(effectiveBatch(), sampler));
        checks.addAll("head", head.problems());
        checks.range("epochs", epochs, 1, 10_000, "passes over all crops");
        // One crop has no variance: BatchNorm after Flatten cannot be trained with it.
        int leastBatch = 2 * Math.clamp(device.devices(), 1, DeviceRecipe.MOST);
        checks.range("batchSize", batchSize, leastBatch, 4096, "BatchNorm needs at least two crops a step and device");
        checks.addFields("sampler", sampler.problems(effectiveBatch()));
        checks.addAll("schedule", schedule.problems());
        checks.addAll("optimiser", optimiser.problems());
        accumulation(checks);
        checks.addAll("precision", precision.problems());
        checks.addAll("device", device.problems(objective, head));
        checks.addFields("augmentation", augmentation.problems());
        checks.addAll("checkpoints", checkpoints.problems());
        return checks.problems();
    }

    /// Crops a step: those of all batches that accumulate.
    public int effectiveBatch() {
        return Math.clamp((long) batchSize * optimiser.accumulationSteps(), 0, Integer.MAX_VALUE);
    }

    /// The same, to be changed in what is said next.
    public RecipeDraft but() {
        return new RecipeDraft(this);
    }

    /// The same run on another device: what it learns is decided by the rest.
    public Recipe on(DeviceRecipe other) {
        return but().device(other).recipe();
    }

    private void accumulation(FieldChecks checks) {
        String field = "optimiser.accumulationSteps";
        if (effectiveBatch() > MOST_IMAGES) {
            checks.add(
                    field,
                    Rule.IMAGES_A_STEP,
                    List.of(effectiveBatch(), MOST_IMAGES),
                    "times batchSize is " + effectiveBatch() + " images a step, at most " + MOST_IMAGES);
        }
        if (!objective.labelled() && optimiser.accumulationSteps() > 1) {
            checks.add(
                    field,
                    Rule.ONE_BATCH_A_STEP,
                    List.of(),
                    "must be 1: views are contrasted over a whole batch, which cannot be cut into parts");
        }
    }
}
