package dev.facewright.platform.training.web;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// One field of a recipe as a form shows it.
///
/// @param path  also the key of its texts: `training.recipe.<path>` and `training.recipe.<path>.hint`
/// @param group  of the fieldset it stands in: `training.recipe.group.<group>`
/// @param choices  what can be chosen; empty for numbers and switches
/// @param initial  the default
record RecipeField(String path, String group, List<String> choices, JsonNode initial) {
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
}
