package dev.facewright.ml.train;

/// A field of a recipe that is out of its range, and what would be right.
///
/// @param field  the component's name, with a dot for nested ones: `schedule.learningRate`
/// @param message  a sentence that ends with what to do
public record RecipeProblem(String field, String message) {}
