package dev.facewright.platform.consent.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/// A subject as services send it; there is none without a consent.
record SubjectRequest(
        @Schema(description = "A pseudonym, never a name", example = "p-0017") @NotBlank
        String code,

        @NotNull @Valid ConsentRequest consent) {}
