package dev.facewright.platform.evaluation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// Names an evaluation.
public record EvaluationId(@JsonValue UUID value) {
    public static EvaluationId random() {
        return new EvaluationId(UUID.randomUUID());
    }

    @JsonCreator
    public static EvaluationId of(String text) {
        return new EvaluationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
