package dev.facewright.platform.training;

import java.util.List;

/// A stretch of recorded steps.
///
/// @param upTo  where to go on reading from
public record StepMetrics(List<StepMetric> steps, long upTo) {
    public StepMetrics {
        steps = List.copyOf(steps);
    }
}
