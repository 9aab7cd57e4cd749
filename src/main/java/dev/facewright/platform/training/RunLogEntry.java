package dev.facewright.platform.training;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// @param kind  a slug; the bundles hold `training.log.<kind>`
/// @param step  over all epochs, where it happened at one
/// @param detail  a slug or a number that the text needs
public record RunLogEntry(
        Instant at,
        String kind,
        @Nullable Long step,
        @Nullable String detail) {}
