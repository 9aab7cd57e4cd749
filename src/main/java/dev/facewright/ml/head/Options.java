package dev.facewright.ml.head;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What losses are told: a value for each of some options.
///
/// @param values  in the order of a form
public record Options(Map<Option, Double> values) {
    /// In every text since runs are known by theirs. What came later stands in it only where it is not as usual, so
    /// that a new option is no end to a run that is under way.
    private static final Set<String> FIRST = Set.of(
            "temperature",
            "projectorDimensions",
            "queueSize",
            "keyMomentum",
            "scale",
            "marginRadians",
            "cosineMargin",
            "angleFactor",
            "adaptiveMargin",
            "adaptivity",
            "subCentres",
            "centreSamplingRate",
            "labelSmoothing");

    public Options {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public static Options usual(Collection<Option> options) {
        Map<Option, Double> values = new LinkedHashMap<>();
        options.forEach(option -> values.put(option, option.usual()));
        return new Options(values);
    }

    public List<Option> all() {
        return List.copyOf(values.keySet());
    }

    /// @throws IllegalArgumentException if it is none of these options
    public double of(Option option) {
        Double value = values.get(option);
        if (value == null) {
            throw new IllegalArgumentException("Nobody is told a " + option.name() + " here");
        }
        return value;
    }

    /// @throws IllegalArgumentException if it is none of these options
    public int count(Option option) {
        return (int) of(option);
    }

    /// @throws IllegalArgumentException if it is none of these options
    public Options with(Option option, double value) {
        of(option);
        Map<Option, Double> changed = new LinkedHashMap<>(values);
        changed.put(option, value);
        return new Options(changed);
    }

    /// `scale=64.0, subCentres=3`, by which runs are known: what is written for a value never changes.
    @Override
    public String toString() {
        return values.entrySet().stream()
                .filter(each -> FIRST.contains(each.getKey().name())
                        || each.getValue() != each.getKey().usual())
                .map(each -> each.getKey().name() + "=" + text(each.getKey(), each.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String text(Option option, double value) {
        return option.whole() ? Integer.toString((int) value) : Double.toString(value);
    }
}
