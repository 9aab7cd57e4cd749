package dev.facewright.platform.storage;

import dev.facewright.platform.storage.keys.KeyEngine;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One generation of keys, as people see it.
///
/// @param current  whether new data keys are wrapped under it
/// @param engine  of the key store that has, or had, its key
/// @param since  when data keys were first wrapped under it
/// @param keys  live data keys that are wrapped under it
/// @param rewrapped  live data keys that left it for a later one
public record GenerationView(
        int number,
        GenerationState state,
        boolean current,
        KeyEngine engine,
        @Nullable Instant since,
        @Nullable Instant destroyedAt,
        long keys,
        long rewrapped) {}
