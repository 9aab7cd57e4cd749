package dev.facewright.ml.train;

import java.util.List;
import java.util.Map;

/// What another field of the recipe must say for a field to play a part.
///
/// @param field  the path of the other one, such as `head.name`
/// @param values  as texts, the way a form has them: `arcface`, `MOCO`, `0`
/// @param excluded  whether the other field must say anything but these
public record FieldCondition(String field, List<String> values, boolean excluded) {
    public FieldCondition {
        values = List.copyOf(values);
    }

    /// Holds where the other field says one of these.
    public static FieldCondition is(String field, List<String> values) {
        return new FieldCondition(field, values, false);
    }

    static FieldCondition is(String field, Enum<?>... values) {
        return is(field, List.of(values).stream().map(Enum::name).toList());
    }

    static FieldCondition isNot(String field, String value) {
        return new FieldCondition(field, List.of(value), true);
    }

    /// @param recipe  the values by path
    public boolean holds(Map<String, String> recipe) {
        return values.contains(recipe.getOrDefault(field, "")) != excluded;
    }

    /// For a page's script: `head.name=arcface,combinedmargin`, or with `!=` where the values are excluded.
    @Override
    public String toString() {
        return field + (excluded ? "!=" : "=") + String.join(",", values);
    }
}
