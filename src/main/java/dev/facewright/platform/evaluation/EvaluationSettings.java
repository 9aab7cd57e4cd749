package dev.facewright.platform.evaluation;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param threads  that one evaluation may keep busy
/// @param batchSize  images embedded in one call
@Validated
@ConfigurationProperties("facewright.evaluation")
record EvaluationSettings(
        @Min(1) @DefaultValue("2") int threads,
        @Min(1) @DefaultValue("16") int batchSize) {}
