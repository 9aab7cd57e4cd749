package dev.facewright.platform.evaluation.web;

import dev.facewright.platform.evaluation.Verification.Histogram;
import dev.facewright.platform.evaluation.web.Plot.Tick;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Where the scores of genuine and of impostor pairs lie, each as a share of its own kind.
///
/// @param threshold  the mean of the folds' thresholds, in SVG units across
record ScoreChart(List<Bar> genuine, List<Bar> impostor, List<Tick> scores, double threshold) {
    private static final int TICKS = 8;

    record Bar(String x, String y, String width, String height) {}

    static ScoreChart of(Histogram histogram, double meanThreshold) {
        double most = Math.max(largestShare(histogram.genuine()), largestShare(histogram.impostor()));
        return new ScoreChart(
                bars(histogram.genuine(), most),
                bars(histogram.impostor(), most),
                ticks(),
                Plot.x((meanThreshold + 1) / 2));
    }

    private static double largestShare(List<Integer> counts) {
        return counts.stream().mapToInt(Integer::intValue).max().orElse(0) / (double) Math.max(1, sum(counts));
    }

    private static int sum(List<Integer> counts) {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }

    private static List<Bar> bars(List<Integer> counts, double most) {
        List<Bar> bars = new ArrayList<>();
        double width = (Plot.RIGHT - Plot.LEFT) / counts.size();
        int sum = Math.max(1, sum(counts));
        for (int i = 0; i < counts.size(); i++) {
            if (counts.get(i) > 0) {
                double top = Plot.y(counts.get(i) / (double) sum / most);
                bars.add(new Bar(
                        Plot.number(Plot.LEFT + i * width),
                        Plot.number(top),
                        Plot.number(width),
                        Plot.number(Plot.BOTTOM - top)));
            }
        }
        return List.copyOf(bars);
    }

    private static List<Tick> ticks() {
        return IntStream.rangeClosed(0, TICKS)
                .mapToObj(i ->
                        new Tick(Plot.x((double) i / TICKS), String.format(Locale.ROOT, "%.2f", 2.0 * i / TICKS - 1)))
                .toList();
    }
}
