package dev.facewright.platform.datasets.web;

import dev.facewright.platform.datasets.SealOptions;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import org.jspecify.annotations.Nullable;

/// How a version is to be split, as forms and services send it; what is left out has its default.
record SealForm(
        @Nullable @DecimalMin("0") @DecimalMax("0.9") Double validationFraction,
        @Nullable Long seed,
        @Nullable Boolean leaveOutUnproven) {
    static final SealForm DEFAULT =
            new SealForm(SealOptions.DEFAULT.validationFraction(), SealOptions.DEFAULT.seed(), false);

    SealOptions options() {
        return new SealOptions(
                validationFraction == null ? SealOptions.DEFAULT.validationFraction() : validationFraction,
                seed == null ? SealOptions.DEFAULT.seed() : seed,
                Boolean.TRUE.equals(leaveOutUnproven));
    }
}
