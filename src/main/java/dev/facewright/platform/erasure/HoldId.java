package dev.facewright.platform.erasure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// Names a legal hold.
public record HoldId(@JsonValue UUID value) {
    public static HoldId random() {
        return new HoldId(UUID.randomUUID());
    }

    /// @throws IllegalArgumentException if the text is not a UUID
    @JsonCreator
    public static HoldId of(String text) {
        return new HoldId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
