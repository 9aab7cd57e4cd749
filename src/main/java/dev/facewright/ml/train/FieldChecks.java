package dev.facewright.ml.train;

import dev.facewright.ml.augment.FieldProblem;
import dev.facewright.ml.head.Options;
import dev.facewright.ml.train.RecipeProblem.Rule;
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
            String names = String.join(", ", known);
            String message = "must be one of " + names + ", was " + value;
            problems.add(new RecipeProblem(field, Rule.CHOICE, List.of(names, value), message));
        }
    }

    void range(String field, double value, double least, double most, String hint) {
        // Written this way round so that NaN is refused too.
        if (!(value >= least && value <= most)) {
            List<String> limits = List.of(text(least), text(most), text(value));
            String message =
                    "must be in [" + limits.get(0) + ", " + limits.get(1) + "], was " + limits.get(2) + ": " + hint;
            problems.add(new RecipeProblem(field, Rule.RANGE, limits, message));
        }
    }

    void ranges(Options options) {
        options.values()
                .forEach((option, value) ->
                        range(option.name(), value, option.least(), option.most(), option.hint(value)));
    }

    void add(String field, String message) {
        problems.add(new RecipeProblem(field, message));
    }

    /// @param arguments  of the rule, of which texts are made in other languages
    void add(String field, Rule rule, List<?> arguments, String message) {
        problems.add(new RecipeProblem(
                field, rule, arguments.stream().map(String::valueOf).toList(), message));
    }

    /// The problems of a group inside this one.
    void addAll(String group, List<RecipeProblem> nested) {
        nested.forEach(problem -> problems.add(problem.in(group)));
    }

    /// The problems of a group that does not know it is part of a recipe.
    void addFields(String group, List<FieldProblem> nested) {
        nested.stream()
                .map(problem -> new RecipeProblem(
                        problem.field(), rule(problem.rule()), problem.arguments(), problem.message()))
                .forEach(problem -> problems.add(problem.in(group)));
    }

    private static Rule rule(FieldProblem.Rule rule) {
        return switch (rule) {
            case RANGE -> Rule.RANGE;
            case ORDER -> Rule.ORDER;
            case PRODUCT -> Rule.PRODUCT;
        };
    }

    /// `3` and not `3.0`.
    static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
