package dev.facewright.platform.training.web;

import dev.facewright.ml.train.FieldCondition;
import dev.facewright.ml.train.FieldUse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One field of a recipe as a form shows it.
///
/// @param path  also the key of its texts: `training.recipe.<path>` and `training.recipe.<path>.hint`
/// @param group  of the fieldset it stands in: `training.recipe.group.<group>`
/// @param choices  what can be chosen; empty for numbers and switches
/// @param initial  the default
record RecipeField(String path, String group, List<String> choices, JsonNode initial) {
    /// Of a run, beside its recipe: the model it starts from, empty for none. Such a model brings its network.
    static final String START = "startFrom";

    private static final FieldCondition FRESH = FieldCondition.is(START, List.of(""));

    public boolean isSwitch() {
        return initial.isBoolean();
    }

    public boolean isChoice() {
        return !choices.isEmpty();
    }

    public boolean isWhole() {
        return initial.isIntegralNumber();
    }

    public String defaultText() {
        return Numbers.plain(initial);
    }

    /// What must all hold for the field to play a part, for the form's script; null if it always does.
    public @Nullable String conditions() {
        List<FieldCondition> all = needs().toList();
        return all.isEmpty() ? null : all.stream().map(FieldCondition::toString).collect(Collectors.joining(" "));
    }

    /// @param run  the values of its recipe by path, and START
    boolean playsPart(Map<String, String> run) {
        return FieldUse.playsPart(path, run) && needs().allMatch(condition -> condition.holds(run));
    }

    private Stream<FieldCondition> needs() {
        Stream<FieldCondition> own = FieldUse.conditions(path).stream();
        return group.equals("network") ? Stream.concat(Stream.of(FRESH), own) : own;
    }
}
