package dev.facewright.ml.train;

import java.util.List;

/// When a run keeps its place, and how many of its places.
///
/// @param everySteps  besides the end of each epoch; 0 for only there
/// @param keepLast  newest checkpoints that are kept, at least 1; more than one in case the newest cannot be read
/// @param keepBest  checkpoints at the ends of the epochs of least mean training loss that are kept besides
public record CheckpointRule(int everySteps, int keepLast, int keepBest) {
    private static final int USUAL_LAST = 2;
    private static final int USUAL_BEST = 1;

    /// The usual number is kept.
    public CheckpointRule(int everySteps) {
        this(everySteps, USUAL_LAST, USUAL_BEST);
    }

    public static CheckpointRule defaults() {
        return new CheckpointRule(200);
    }

    boolean dueAfter(long globalSteps) {
        return everySteps > 0 && globalSteps % everySteps == 0;
    }

    List<RecipeProblem> problems() {
        FieldChecks checks = new FieldChecks();
        checks.range("everySteps", everySteps, 0, 1_000_000, "0 means only after each epoch");
        checks.range("keepLast", keepLast, 1, 20, "the newest is what the run is resumed from");
        checks.range("keepBest", keepBest, 0, 20, "epochs of least training loss, 0 for none");
        return checks.problems();
    }
}
