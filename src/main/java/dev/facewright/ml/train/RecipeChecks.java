package dev.facewright.ml.train;

import dev.facewright.ml.backbone.Backbones;
import dev.facewright.ml.head.Heads;
import java.util.ArrayList;
import java.util.List;

/// The ranges of every field of a recipe, each with the unit that people most often mistake.
final class RecipeChecks {
    private final List<RecipeProblem> problems = new ArrayList<>();

    private RecipeChecks() {}

    static List<RecipeProblem> of(Recipe recipe) {
        RecipeChecks checks = new RecipeChecks();
        checks.network(recipe);
        checks.length(recipe);
        checks.schedule(recipe.schedule());
        checks.optimiser(recipe);
        recipe.augmentation()
                .problems()
                .forEach(problem -> checks.add("augmentation." + problem.field(), problem.message()));
        return List.copyOf(checks.problems);
    }

    private void network(Recipe recipe) {
        oneOf("backbone", recipe.backbone(), Backbones.names());
        range("widthFactor", recipe.widthFactor(), 0.1, 4, "it multiplies the channels, 1 is the paper's network");
        range("embeddingDimensions", recipe.embeddingDimensions(), 8, 2048, "128 and 512 are usual");
        oneOf("head", recipe.head(), Heads.names());
        range("scale", recipe.scale(), 1, 256, "it multiplies cosines, 64 is usual");
        range("marginRadians", recipe.marginRadians(), 0, 1.5, marginHint(recipe.marginRadians()));
    }

    private static String marginHint(double margin) {
        return margin > 1.5
                ? "is this in degrees? then give " + Math.round(Math.toRadians(margin) * 1000) / 1000.0
                : "it is an angle in radians, 0.5 is usual";
    }

    private void length(Recipe recipe) {
        range("epochs", recipe.epochs(), 1, 10_000, "passes over all crops");
        // One crop has no variance: BatchNorm after Flatten cannot be trained with it.
        range("batchSize", recipe.batchSize(), 2, 4096, "BatchNorm needs at least two crops a step");
        range("checkpointEverySteps", recipe.checkpointEverySteps(), 0, 1_000_000, "0 means only after each epoch");
    }

    private void schedule(Schedule schedule) {
        range("schedule.learningRate", schedule.learningRate(), 1e-9, 10, "0.1 is usual at a batch of 512");
        range(
                "schedule.finalLearningRate",
                schedule.finalLearningRate(),
                0,
                Math.max(0, schedule.learningRate()),
                "it cannot be above the learning rate");
        range("schedule.warmupSteps", schedule.warmupSteps(), 0, 1_000_000, "it is counted in steps, not epochs");
    }

    private void optimiser(Recipe recipe) {
        range("momentum", recipe.momentum(), 0, 0.999, "0.9 is usual");
        range("weightDecay", recipe.weightDecay(), 0, 0.1, "0.0005 is usual");
        range("gradientClipNorm", recipe.gradientClipNorm(), 0, 1e6, "0 means no limit, 5 is usual");
    }

    private void oneOf(String field, String value, List<String> known) {
        if (!known.contains(value)) {
            add(field, "must be one of " + String.join(", ", known) + ", was " + value);
        }
    }

    private void range(String field, double value, double least, double most, String hint) {
        // Written this way round so that NaN is refused too.
        if (!(value >= least && value <= most)) {
            add(field, "must be in [" + text(least) + ", " + text(most) + "], was " + text(value) + ": " + hint);
        }
    }

    private static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private void add(String field, String message) {
        problems.add(new RecipeProblem(field, message));
    }
}
