package dev.facewright.ml.augment;

import java.util.List;

/// A field that is out of its range, and what would be right.
///
/// @param limits  least, most and the given value, as text; empty if another rule than a range is broken
/// @param message  in English, with the unit that was probably mistaken
public record FieldProblem(String field, List<String> limits, String message) {
    public FieldProblem {
        limits = List.copyOf(limits);
    }

    public FieldProblem(String field, String message) {
        this(field, List.of(), message);
    }

    /// The same problem under another name.
    public FieldProblem named(String otherField) {
        return new FieldProblem(otherField, limits, message);
    }
}
