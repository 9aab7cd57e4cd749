package dev.facewright.platform.datasets.alignment;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How faces are found.
///
/// @param detector  an ONNX file with YuNet's inputs and outputs; without one only crops and images with
///     landmarks are accepted
/// @param minimumScore  the least confidence at which something counts as a face, in [0, 1]
/// @param largestSide  images with a longer side are scaled down before a face is looked for, in pixels
@ConfigurationProperties("facewright.alignment")
public record AlignmentSettings(
        @Nullable Path detector,
        @DefaultValue("0.6") float minimumScore,
        @DefaultValue("640") int largestSide) {}
