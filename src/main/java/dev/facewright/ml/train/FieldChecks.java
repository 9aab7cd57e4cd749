package dev.facewright.ml.train;

import java.util.ArrayList;
import java.util.List;

/// Collects what is wrong with the fields of one group, each with the unit that people most often mistake.
final class FieldChecks {
    private final List<RecipeProblem> problems = new ArrayList<>();

    List<RecipeProblem> problems() {
        return List.copyOf(problems);
    }

    void oneOf(String field, String value, List<String> known) {
        if (!known.contains(value)) {
            add(field, "must be one of " + String.join(", ", known) + ", was " + value);
        }
    }

    void range(String field, double value, double least, double most, String hint) {
        // Written this way round so that NaN is refused too.
        if (!(value >= least && value <= most)) {
            add(field, "must be in [" + text(least) + ", " + text(most) + "], was " + text(value) + ": " + hint);
        }
    }

    void add(String field, String message) {
        problems.add(new RecipeProblem(field, message));
    }

    /// The problems of a group inside this one.
    void addAll(String group, List<RecipeProblem> nested) {
        nested.forEach(problem -> add(group + "." + problem.field(), problem.message()));
    }

    private static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
