package dev.facewright.platform.benchmarks;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// Names a benchmark.
public record BenchmarkId(@JsonValue UUID value) {
    public static BenchmarkId random() {
        return new BenchmarkId(UUID.randomUUID());
    }

    @JsonCreator
    public static BenchmarkId of(String text) {
        return new BenchmarkId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
