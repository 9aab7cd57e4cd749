package dev.facewright.platform.storage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where a change of generation led.
///
/// @param current  the generation that live data keys are wrapped under
/// @param destroyed  the newest that nobody can open any more; 0 if there never was one
/// @param at  when that was; null if there never was one
/// @param rewrapped  how many live data keys left it
public record Renewal(int current, int destroyed, @Nullable Instant at, long rewrapped) {}
