package dev.facewright.platform.training.web;

import dev.facewright.ml.backbone.Activation;
import dev.facewright.ml.backbone.BackboneOptions;
import dev.facewright.ml.backbone.Backbones;
import dev.facewright.ml.data.AugmentationPreset;
import dev.facewright.ml.data.Sampling;
import dev.facewright.ml.head.Heads;
import dev.facewright.ml.torch.settings.PrecisionSettings;
import dev.facewright.ml.train.DeviceRecipe;
import dev.facewright.ml.train.ObjectiveRecipe;
import dev.facewright.ml.train.OptimiserRecipe;
import dev.facewright.ml.train.Recipe;
import dev.facewright.ml.train.Schedule;
import dev.facewright.platform.training.RecipeJson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Every field of a recipe, taken from the recipe itself, so that a new field is in the form without being
/// told.
@Component
class RecipeFields {
    /// Of the fields that stand in no group of the recipe; the groups of the others are the recipe's own.
    private static final Map<String, String> GROUPS =
            Map.of("epochs", "length", "batchSize", "length", "checkpoints", "keeping", "seed", "keeping");

    private static final String AUGMENTATION = "augmentation";
    private static final Set<String> FIRST_GROUPS = Set.of("network", "head", "length", "schedule");

    private final List<RecipeField> fields = new ArrayList<>();
    private final RecipeJson recipes;

    RecipeFields(RecipeJson recipes) {
        this.recipes = recipes;
        collect(recipes.tree(Recipe.defaults()), "", "");
    }

    List<RecipeField> all() {
        return List.copyOf(fields);
    }

    /// In the order of the recipe, one entry a fieldset.
    Map<String, List<RecipeField>> grouped() {
        return grouped(fields.stream());
    }

    /// Only what plays a part; a group of which nothing does is left out.
    ///
    /// @param run  the values of its recipe by path, and what it starts from
    Map<String, List<RecipeField>> playingPart(Map<String, String> run) {
        return grouped(fields.stream().filter(field -> field.playsPart(run)));
    }

    private static Map<String, List<RecipeField>> grouped(Stream<RecipeField> fields) {
        return fields.collect(
                Collectors.groupingBy(RecipeField::group, LinkedHashMap::new, Collectors.toUnmodifiableList()));
    }

    /// The groups that everybody looks at, and those in which something is wrong or not as usual.
    ///
    /// @param typed  by path; a switch that is off is missing
    /// @param wrong  paths, each after `recipe.`
    Set<String> groupsToShow(Map<String, String> typed, Set<String> wrong) {
        Set<String> shown = new HashSet<>(FIRST_GROUPS);
        for (RecipeField field : fields) {
            String value = typed.getOrDefault(field.path(), field.isSwitch() ? "false" : field.defaultText());
            if (!value.equals(field.defaultText()) || wrong.contains("recipe." + field.path())) {
                shown.add(field.group());
            }
        }
        return shown;
    }

    /// The values of a recipe by path, as a form takes them.
    Map<String, String> values(Recipe recipe) {
        return values(fields, recipes.tree(recipe));
    }

    private static Map<String, String> values(List<RecipeField> fields, ObjectNode tree) {
        Map<String, String> values = new LinkedHashMap<>();
        fields.forEach(field -> values.put(
                field.path(), Numbers.plain(tree.at("/" + field.path().replace('.', '/')))));
        return values;
    }

    /// What was typed, over the defaults. In a group of which anything was typed, a switch that is missing is off.
    Map<String, String> filled(Map<String, String> typed) {
        Set<String> typedGroups = fields.stream()
                .filter(field -> typed.containsKey(field.path()))
                .map(RecipeField::group)
                .collect(Collectors.toSet());
        Map<String, String> values = values(Recipe.defaults());
        for (RecipeField field : fields) {
            if (typed.containsKey(field.path())) {
                values.put(field.path(), typed.get(field.path()));
            } else if (field.isSwitch() && typedGroups.contains(field.group())) {
                values.put(field.path(), "false");
            }
        }
        return values;
    }

    /// The fields of the augmentation as a preset has them.
    Map<String, String> values(AugmentationPreset preset) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.set(AUGMENTATION, recipes.tree(preset.augmentation()));
        return values(augmentation(), tree);
    }

    /// Of what was typed only the augmentation, over its defaults; a preset goes before what was typed.
    Map<String, String> filledAugmentation(Map<String, String> typed, @Nullable AugmentationPreset preset) {
        Map<String, String> own = new LinkedHashMap<>(typed);
        own.keySet().removeIf(path -> !path.startsWith(AUGMENTATION + "."));
        Map<String, String> filled = filled(own);
        if (preset != null) {
            filled.putAll(values(preset));
        }
        return filled;
    }

    List<RecipeField> augmentation() {
        return fields.stream()
                .filter(field -> field.group().equals(AUGMENTATION))
                .toList();
    }

    private void collect(ObjectNode tree, String prefix, String parentGroup) {
        tree.properties().forEach(entry -> {
            String path = prefix + entry.getKey();
            String group = parentGroup.isEmpty() ? GROUPS.getOrDefault(entry.getKey(), entry.getKey()) : parentGroup;
            JsonNode value = entry.getValue();
            if (value instanceof ObjectNode nested) {
                collect(nested, path + ".", group);
            } else {
                fields.add(new RecipeField(path, group, choices(path), value));
            }
        });
    }

    private static List<String> choices(String path) {
        return switch (path) {
            case "network.backbone" -> Backbones.names();
            case "network.activation" ->
                Arrays.stream(Activation.values()).map(Enum::name).toList();
            case "network.patchSize" ->
                BackboneOptions.PATCH_SIZES.stream().map(String::valueOf).toList();
            case "objective.kind" ->
                Arrays.stream(ObjectiveRecipe.Kind.values()).map(Enum::name).toList();
            case "head.name" -> Heads.names();
            case "schedule.kind" ->
                Arrays.stream(Schedule.Kind.values()).map(Enum::name).toList();
            case "optimiser.kind" ->
                Arrays.stream(OptimiserRecipe.Kind.values()).map(Enum::name).toList();
            case "precision.type" ->
                Arrays.stream(PrecisionSettings.Type.values()).map(Enum::name).toList();
            case "device.kind" ->
                Arrays.stream(DeviceRecipe.Kind.values()).map(Enum::name).toList();
            case "sampler.kind" ->
                Arrays.stream(Sampling.Kind.values()).map(Enum::name).toList();
            default -> List.of();
        };
    }
}
