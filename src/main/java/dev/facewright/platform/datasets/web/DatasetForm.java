package dev.facewright.platform.datasets.web;

import dev.facewright.platform.consent.Purpose;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// A dataset as people type it in.
record DatasetForm(
        @NotBlank @Size(max = 100) @Nullable String name,
        @NotNull @Nullable Purpose purpose,
        @Size(max = 2000) @Nullable String description,
        @Nullable Boolean alwaysDetect) {
    static final DatasetForm EMPTY = new DatasetForm(null, null, null, false);
}
