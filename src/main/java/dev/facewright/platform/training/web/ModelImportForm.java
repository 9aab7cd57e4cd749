package dev.facewright.platform.training.web;

import dev.facewright.platform.training.InputConvention;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/// What is said about a model file that is brought in.
record ModelImportForm(
        @NotBlank @Size(max = 100) String name,
        @NotNull InputConvention preprocessing,
        @NotBlank @Size(max = 1000) String source,
        @NotBlank @Size(max = 200) String licence,
        @NotNull @Size(max = 1000) String publishedAccuracy) {
    static ModelImportForm empty() {
        return new ModelImportForm("", InputConvention.ARCFACE, "", "", "");
    }
}
