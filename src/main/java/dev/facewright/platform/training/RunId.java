package dev.facewright.platform.training;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// One training run: one execution of a recipe.
public record RunId(@JsonValue UUID value) {
    public static RunId random() {
        return new RunId(UUID.randomUUID());
    }

    /// @throws IllegalArgumentException if the text is not a UUID
    @JsonCreator
    public static RunId of(String text) {
        return new RunId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
