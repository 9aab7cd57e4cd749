package dev.facewright.platform.datasets.alignment;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How faces are found and counted.
///
/// @param detector  an ONNX file with YuNet's inputs and outputs; without one only crops and images with
///     landmarks are accepted, and faces cannot be counted
/// @param minimumScore  the least confidence at which something counts as a face to align, in [0, 1]
/// @param largestSide  images with a longer side are scaled down before a face is looked for, in pixels
/// @param countedScore  the least confidence at which something counts as somebody on a picture, in [0, 1]
/// @param countedSide  the least longer side of such a face, in pixels of the picture
@Validated
@ConfigurationProperties("facewright.alignment")
public record AlignmentSettings(
        @Nullable Path detector,
        @DefaultValue("0.6") float minimumScore,
        @DefaultValue("640") int largestSide,

        @DecimalMin("0.05") @DecimalMax("0.99") @DefaultValue("0.6")
        float countedScore,

        @Min(0) @DefaultValue("10") int countedSide) {
    /// What the detector is asked for: enough for both.
    float leastScore() {
        return Math.min(minimumScore, countedScore);
    }
}
