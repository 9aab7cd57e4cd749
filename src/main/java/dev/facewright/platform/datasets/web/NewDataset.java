package dev.facewright.platform.datasets.web;

import dev.facewright.platform.consent.Purpose;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// A dataset to be created, as forms and services send it.
record NewDataset(
        @NotBlank @Size(max = 100) String name,

        @NotNull @Schema(description = "Only images of people who consented to it are taken")
        Purpose purpose,

        @Nullable @Size(max = 2000) String description,

        @Schema(description = "Look for a face even in images of 112x112, which otherwise count as aligned") @Nullable
        Boolean alwaysDetect) {
    boolean detects() {
        return Boolean.TRUE.equals(alwaysDetect);
    }

    String descriptionOrEmpty() {
        return description == null ? "" : description;
    }
}
