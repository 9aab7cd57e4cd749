package dev.facewright.platform.datasets;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// Names a sealed version of a dataset.
public record DatasetVersionId(@JsonValue UUID value) {
    public static DatasetVersionId random() {
        return new DatasetVersionId(UUID.randomUUID());
    }

    /// @throws IllegalArgumentException if the text is not a UUID
    @JsonCreator
    public static DatasetVersionId of(String text) {
        return new DatasetVersionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
