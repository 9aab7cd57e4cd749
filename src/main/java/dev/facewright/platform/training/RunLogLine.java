package dev.facewright.platform.training;

import org.jspecify.annotations.Nullable;

/// What a page has room for: one entry of the log, or checkpoints that follow each other.
///
/// @param last  the latest of them
/// @param entries  how many there are
/// @param firstStep  the lowest step of them
public record RunLogLine(
        RunLogEntry last, long entries, @Nullable Long firstStep) {}
