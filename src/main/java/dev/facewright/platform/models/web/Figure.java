package dev.facewright.platform.models.web;

import dev.facewright.platform.models.ModelMetric;
import dev.facewright.platform.models.ModelVersion;
import dev.facewright.platform.models.OperatingPoint;
import dev.facewright.platform.models.Protocol;
import dev.facewright.platform.models.Quantity;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// A metric as a page shows it.
///
/// @param name  a slug
/// @param at  the rate it holds for, which its words have a place for; empty for those that hold for none
/// @param text  the value in its unit
record Figure(String name, Quantity quantity, String at, String text, Protocol protocol) {
    private static final Set<Quantity> FOR_LISTS = EnumSet.of(
            Quantity.VERIFICATION_ACCURACY,
            Quantity.TRAINING_ACCURACY,
            Quantity.CONTRASTIVE_ACCURACY,
            Quantity.VALIDATION_ACCURACY);
    private static final double PERCENT = 100;

    static Figure of(ModelMetric metric) {
        OperatingPoint at = metric.id().at();
        Quantity quantity = metric.id().quantity();
        return new Figure(
                metric.name(),
                quantity,
                at == null ? "" : at.text(),
                text(quantity.unit(), metric.value()),
                metric.protocol());
    }

    /// All figures of a model, those measured alike together.
    static Map<Protocol, List<Figure>> byProtocol(ModelVersion model) {
        return model.metrics().stream()
                .map(Figure::of)
                .sorted(Comparator.comparing(Figure::quantity))
                .collect(Collectors.groupingBy(Figure::protocol, LinkedHashMap::new, Collectors.toList()));
    }

    /// What a list has room for.
    static List<Figure> accuracies(ModelVersion model) {
        return model.metrics().stream()
                .filter(metric -> FOR_LISTS.contains(metric.id().quantity()))
                .map(Figure::of)
                .toList();
    }

    private static String text(Quantity.Unit unit, double value) {
        return switch (unit) {
            case SHARE -> String.format(Locale.ROOT, "%.2f %%", value * PERCENT);
            case PROBABILITY, NATS -> String.format(Locale.ROOT, "%.4f", value);
        };
    }
}
