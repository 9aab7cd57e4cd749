package dev.facewright.platform.consent;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// Names a data subject: a person, known to the server by this id and a pseudonym only.
public record SubjectId(@JsonValue UUID value) {
    public static SubjectId random() {
        return new SubjectId(UUID.randomUUID());
    }

    /// @throws IllegalArgumentException if the text is not a UUID
    @JsonCreator
    public static SubjectId of(String text) {
        return new SubjectId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
