package dev.facewright.platform.training.web;

import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.models.ModelVersionId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// @param recipe  what is left out takes its default; null for all defaults
/// @param startFrom  a model version to fine-tune; null to start afresh
record StartRun(
        @NotBlank @Size(max = 100) String name,
        @NotNull DatasetVersionId dataset,

        @Schema(implementation = dev.facewright.ml.train.Recipe.class) @Nullable
        JsonNode recipe,

        @Nullable ModelVersionId startFrom) {}
