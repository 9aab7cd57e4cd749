package dev.facewright.platform.training.web;

import dev.facewright.platform.training.EpochMetric;
import dev.facewright.platform.training.StepMetric;
import java.util.List;

record RunMetricsView(List<StepMetric> steps, List<EpochMetric> epochs) {}
