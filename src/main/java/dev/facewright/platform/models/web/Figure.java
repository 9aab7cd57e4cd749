package dev.facewright.platform.models.web;

import dev.facewright.platform.models.ModelMetric;
import dev.facewright.platform.models.ModelVersion;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// A metric as a page shows it.
///
/// @param kind  key of its text, `models.metric.<kind>`, which has a place for the rate
/// @param rate  the false accept rate it holds for; empty for every other kind
/// @param text  the value: shares in percent
record Figure(String name, String kind, String rate, String text, String protocol) {
    private static final String TRUE_ACCEPT_RATE = "true-accept-rate";
    private static final String AT = "-at-";
    private static final String ACCURACY = "accuracy";
    private static final double PERCENT = 100;

    static Figure of(ModelMetric metric) {
        String name = metric.name();
        boolean rated = name.startsWith(TRUE_ACCEPT_RATE + AT);
        return new Figure(
                name,
                rated ? TRUE_ACCEPT_RATE : name,
                rated ? name.substring((TRUE_ACCEPT_RATE + AT).length()) : "",
                text(name, metric.value()),
                metric.protocol());
    }

    /// All figures of a model, those measured alike together.
    static Map<String, List<Figure>> byProtocol(ModelVersion model) {
        return model.metrics().stream()
                .map(Figure::of)
                .sorted(Comparator.comparing(figure -> !figure.name().endsWith(ACCURACY)))
                .collect(Collectors.groupingBy(Figure::protocol, LinkedHashMap::new, Collectors.toList()));
    }

    /// What a list has room for.
    static List<Figure> accuracies(ModelVersion model) {
        return model.metrics().stream()
                .filter(metric -> metric.name().endsWith(ACCURACY))
                .map(Figure::of)
                .toList();
    }

    private static String text(String name, double value) {
        boolean share = name.endsWith(ACCURACY)
                || name.endsWith("error-rate")
                || name.endsWith("data-wait")
                || name.startsWith(TRUE_ACCEPT_RATE);
        return share
                ? String.format(Locale.ROOT, "%.2f %%", value * PERCENT)
                : String.format(Locale.ROOT, "%.4f", value);
    }
}
