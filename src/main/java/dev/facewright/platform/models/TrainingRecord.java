package dev.facewright.platform.models;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a trained version's row says beside the ids in its columns; stored as JSON.
///
/// @param selfSupervised  null in rows of earlier versions, which knew no other than supervised runs
record TrainingRecord(
        String recipeJson,
        long seed,
        @Nullable Boolean selfSupervised,
        String codeVersion,
        Map<String, String> libraryVersions) {}
