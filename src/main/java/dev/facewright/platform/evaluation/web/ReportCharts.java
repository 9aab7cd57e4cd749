package dev.facewright.platform.evaluation.web;

import dev.facewright.platform.evaluation.Verification.CurvePoint;
import dev.facewright.platform.evaluation.Verification.Histogram;
import dev.facewright.platform.kernel.web.Chart;
import dev.facewright.platform.kernel.web.Chart.Axis;
import dev.facewright.platform.kernel.web.Chart.Kind;
import dev.facewright.platform.kernel.web.Chart.Mark;
import dev.facewright.platform.kernel.web.Chart.Point;
import java.util.List;
import java.util.stream.IntStream;

/// The charts of a report.
final class ReportCharts {
    private static final double HIGHEST_FLOOR = 0.9;

    private ReportCharts() {}

    /// A ROC with a logarithmic axis of false accept rates, down to what the impostor pairs can resolve.
    static Chart roc(List<CurvePoint> curve, int impostors) {
        double lowest = Math.pow(10, -Math.max(1, Math.ceil(Math.log10(Math.max(impostors, 2)))));
        List<Point> points = curve.stream()
                .map(point -> Point.of(point.falseAcceptRate(), point.trueAcceptRate()))
                .toList();
        return Chart.of(
                Kind.LINE,
                Axis.of("evaluation.report.far").log().from(lowest, 1),
                Axis.of("evaluation.report.tar").shares().from(floor(curve, lowest), 1),
                points);
    }

    /// The whole tenth below the lowest point shown, so that a good model fills the plane too.
    private static double floor(List<CurvePoint> curve, double lowest) {
        double start = curve.stream()
                .filter(point -> point.falseAcceptRate() <= lowest)
                .mapToDouble(CurvePoint::trueAcceptRate)
                .max()
                .orElse(0);
        return Math.min(HIGHEST_FLOOR, Math.floor(start * 10) / 10);
    }

    /// Where the scores of genuine and of impostor pairs lie, each as a share of its own kind.
    static Chart scores(Histogram histogram, double meanThreshold) {
        int bins = histogram.genuine().size();
        double genuine = Math.max(1, sum(histogram.genuine()));
        double impostor = Math.max(1, sum(histogram.impostor()));
        List<Point> points = IntStream.range(0, bins)
                .mapToObj(bin -> Point.of(
                        2.0 * bin / bins - 1,
                        histogram.genuine().get(bin) / genuine,
                        histogram.impostor().get(bin) / impostor))
                .toList();
        return Chart.of(
                        Kind.HISTOGRAM,
                        Axis.of("evaluation.report.cosine").from(-1, 1),
                        Axis.of("evaluation.report.share").shares(),
                        points)
                .with(
                        List.of("benchmark.genuine", "benchmark.impostor"),
                        new Mark("evaluation.report.mean-threshold", meanThreshold));
    }

    private static int sum(List<Integer> counts) {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }
}
