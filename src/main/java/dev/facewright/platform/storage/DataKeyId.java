package dev.facewright.platform.storage;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// Names a key of the vault; the key itself never leaves it.
public record DataKeyId(@JsonValue UUID value) {
    public static DataKeyId random() {
        return new DataKeyId(UUID.randomUUID());
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static DataKeyId of(String text) {
        return new DataKeyId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
