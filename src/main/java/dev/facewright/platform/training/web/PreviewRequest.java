package dev.facewright.platform.training.web;

import dev.facewright.ml.train.Recipe;
import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.datasets.ImageId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// @param recipe  only its augmentation counts; what is left out takes its default
/// @param seed  of the variants; 1 if left out
/// @param variant  which one, from 0; 0 if left out
record PreviewRequest(
        @NotNull DatasetVersionId dataset,
        @NotNull ImageId image,

        @Schema(implementation = Recipe.class) @Nullable JsonNode recipe,

        @Nullable Long seed,
        @Nullable @Min(0) @Max(9999) Integer variant) {}
