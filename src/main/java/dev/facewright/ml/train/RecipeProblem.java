package dev.facewright.ml.train;

import java.util.List;

/// A field of a recipe that is out of its range, and what would be right.
///
/// @param field  the component's name, with a dot for nested ones: `schedule.learningRate`
/// @param rule  which kind of rule it breaks, for whoever says it in another language
/// @param arguments  of the rule: least, most and given for a range; the known names and the given one for a choice
/// @param message  in English, a sentence that ends with what to do
public record RecipeProblem(String field, Rule rule, List<String> arguments, String message) {
    public enum Rule {
        /// Outside its range.
        RANGE,
        /// None of the names there are.
        CHOICE,
        /// No number.
        NUMBER,
        /// No whole number, or too large a one.
        WHOLE_NUMBER,
        /// Anything else; only the message says what.
        OTHER
    }

    public RecipeProblem {
        arguments = List.copyOf(arguments);
    }

    public RecipeProblem(String field, String message) {
        this(field, Rule.OTHER, List.of(), message);
    }

    RecipeProblem in(String group) {
        return new RecipeProblem(group + "." + field, rule, arguments, message);
    }
}
