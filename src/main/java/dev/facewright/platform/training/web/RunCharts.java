package dev.facewright.platform.training.web;

import dev.facewright.platform.kernel.web.Chart;
import dev.facewright.platform.kernel.web.Chart.Axis;
import dev.facewright.platform.kernel.web.Chart.Kind;
import dev.facewright.platform.kernel.web.Chart.Point;
import dev.facewright.platform.training.RunMetrics.StepMetrics;
import dev.facewright.platform.training.StepMetric;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// The course of a run, by the names that `training.js` knows it by: it goes on from here.
final class RunCharts {
    private static final double MEBIBYTE = 1024.0 * 1024;

    private RunCharts() {}

    static Map<String, Chart> of(StepMetrics course) {
        Map<String, Chart> charts = new LinkedHashMap<>();
        charts.put("loss", chart(course, "training.loss", StepMetric::loss));
        charts.put("learningRate", chart(course, "training.learning-rate", StepMetric::learningRate));
        charts.put("imagesPerSecond", chart(course, "training.speed", StepMetric::imagesPerSecond));
        charts.put("memory", chart(course, "training.memory-mb", step -> step.residentBytes() / MEBIBYTE));
        return charts;
    }

    private static Chart chart(StepMetrics course, String words, ToDoubleFunction<StepMetric> value) {
        return Chart.of(
                Kind.LINE,
                Axis.of("training.step"),
                Axis.of(words),
                course.steps().stream()
                        .map(step -> Point.of(step.step(), value.applyAsDouble(step)))
                        .toList());
    }
}
