package dev.facewright.ml.train;

import java.util.List;

/// When a run keeps its place.
///
/// @param everySteps  besides the end of each epoch; 0 for only there
public record CheckpointRule(int everySteps) {
    public static CheckpointRule defaults() {
        return new CheckpointRule(200);
    }

    boolean dueAfter(long globalSteps) {
        return everySteps > 0 && globalSteps % everySteps == 0;
    }

    List<RecipeProblem> problems() {
        FieldChecks checks = new FieldChecks();
        checks.range("everySteps", everySteps, 0, 1_000_000, "0 means only after each epoch");
        return checks.problems();
    }
}
