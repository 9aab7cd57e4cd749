package dev.facewright.ml.bundle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where a bundled model comes from: ids that lead back to its data, nothing about any person.
///
/// @param datasetVersionId  null for an imported model, which was trained elsewhere
/// @param runId  null for an imported model
/// @param recipeJson  the recipe as JSON, kept as it is; null for an imported model
/// @param codeVersion  version of the software that trained and exported it
/// @param name  a name for people to read
public record BundleLineage(
        String modelVersionId,
        @Nullable String datasetVersionId,
        @Nullable String runId,
        @Nullable String recipeJson,
        String codeVersion,
        Instant createdAt,
        String name) {}
