package dev.facewright.platform.training.web;

import dev.facewright.platform.training.EpochMetric;
import dev.facewright.platform.training.StepMetric;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// @param dataWaitShare  of the time in steps since the run's last start, what was waiting for images, in [0, 1];
///     null before the first step
/// @param skippedSteps  of the run, that changed no weight, since their gradient overflowed in float16
record RunMetricsView(
        List<StepMetric> steps,
        List<EpochMetric> epochs,
        @Nullable Double dataWaitShare,
        long skippedSteps) {}
