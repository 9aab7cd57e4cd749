package dev.facewright.platform.consent;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// Names one consent a data subject gave.
public record ConsentId(@JsonValue UUID value) {
    public static ConsentId random() {
        return new ConsentId(UUID.randomUUID());
    }

    /// @throws IllegalArgumentException if the text is not a UUID
    @JsonCreator
    public static ConsentId of(String text) {
        return new ConsentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
