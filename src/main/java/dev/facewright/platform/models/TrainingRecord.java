package dev.facewright.platform.models;

import java.util.Map;

/// What a trained version's row says beside the ids in its columns; stored as JSON.
record TrainingRecord(String recipeJson, long seed, String codeVersion, Map<String, String> libraryVersions) {}
