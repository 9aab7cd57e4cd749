package dev.facewright.ml.augment;

import java.util.List;

/// A field that is out of its range, and what would be right.
///
/// @param arguments  of the rule
/// @param message  in English, with the unit that was probably mistaken
public record FieldProblem(String field, Rule rule, List<String> arguments, String message) {
    /// What is broken, for whoever says it in another language.
    public enum Rule {
        /// Least, most and the given value.
        RANGE,
        /// The least of something is above its most: both.
        ORDER,
        /// Two factors, their product and what it had to be.
        PRODUCT
    }

    public FieldProblem {
        arguments = List.copyOf(arguments);
    }

    /// The same problem under another name.
    public FieldProblem named(String otherField) {
        return new FieldProblem(otherField, rule, arguments, message);
    }
}
