package dev.facewright.platform.sweep;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// Names a sweep.
public record SweepId(@JsonValue UUID value) {
    static SweepId random() {
        return new SweepId(UUID.randomUUID());
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static SweepId of(String text) {
        return new SweepId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
