package dev.facewright.platform.export;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// Names an export.
public record ExportId(@JsonValue UUID value) {
    public static ExportId random() {
        return new ExportId(UUID.randomUUID());
    }

    @JsonCreator
    public static ExportId of(String text) {
        return new ExportId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
