package dev.facewright.platform.models;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// One registered model version.
public record ModelVersionId(@JsonValue UUID value) {
    public static ModelVersionId random() {
        return new ModelVersionId(UUID.randomUUID());
    }

    /// @throws IllegalArgumentException if the text is not a UUID
    @JsonCreator
    public static ModelVersionId of(String text) {
        return new ModelVersionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
