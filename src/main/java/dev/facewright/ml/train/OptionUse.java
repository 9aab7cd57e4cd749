package dev.facewright.ml.train;

import dev.facewright.ml.head.Heads;
import dev.facewright.ml.head.Option;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Which options play a part, as losses say by themselves.
final class OptionUse {
    static final String HEAD = "head.name";
    static final String OBJECTIVE = "objective.kind";

    private OptionUse() {}

    /// What must be chosen, by the paths of the fields that do not always play a part.
    static Map<String, FieldCondition> conditions() {
        Map<String, FieldCondition> conditions = new HashMap<>();
        for (Option option : Heads.options()) {
            List<String> heads = Heads.taking(option);
            if (heads.size() < Heads.names().size()) {
                conditions.put("head." + option.name(), FieldCondition.is(HEAD, heads));
            }
        }
        for (Option option : ObjectiveRecipe.allOptions()) {
            ObjectiveRecipe.Kind[] kinds = Arrays.stream(ObjectiveRecipe.Kind.values())
                    .filter(kind -> kind.options().contains(option))
                    .toArray(ObjectiveRecipe.Kind[]::new);
            conditions.put("objective." + option.name(), FieldCondition.is(OBJECTIVE, kinds));
        }
        return conditions;
    }

    /// Values that switch their own field off, by its path.
    static Map<String, String> off() {
        return Heads.optionsOfEveryHead().stream()
                .collect(Collectors.toMap(
                        option -> "head." + option.name(), option -> FieldChecks.text(option.usual())));
    }
}
