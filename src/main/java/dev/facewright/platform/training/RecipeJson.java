package dev.facewright.platform.training;

import dev.facewright.ml.data.Augmentation;
import dev.facewright.ml.train.Recipe;
import dev.facewright.ml.train.RecipeProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Recipes as JSON. What is left out takes its default; a field that no recipe has is refused by name, since a
/// misspelt one would silently train with the default.
@Component
public class RecipeJson {
    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    RecipeJson() {}

    /// @throws RecipeRefused naming every field that is unknown or of the wrong type
    public Recipe read(JsonNode given) {
        ObjectNode whole = json.valueToTree(Recipe.defaults());
        List<RecipeProblem> problems = new ArrayList<>();
        overlay(whole, given, "", problems);
        if (!problems.isEmpty()) {
            throw new RecipeRefused(problems);
        }
        try {
            return json.treeToValue(whole, Recipe.class);
        } catch (JacksonException wrong) { // also of the parser: a number beyond its type
            throw new RecipeRefused(
                    List.of(new RecipeProblem(path(wrong), "has the wrong type, must be like " + like(path(wrong)))));
        }
    }

    /// @throws RecipeRefused as above, or if it is not JSON
    public Recipe read(String text) {
        try {
            return read(json.readTree(text));
        } catch (JacksonException wrong) {
            throw new RecipeRefused(List.of(new RecipeProblem("recipe", "is not JSON")));
        }
    }

    public String write(Recipe recipe) {
        return json.writeValueAsString(recipe);
    }

    /// The recipe as a tree, for forms that go through its fields.
    public ObjectNode tree(Recipe recipe) {
        return json.valueToTree(recipe);
    }

    /// One group of a recipe as a tree.
    public ObjectNode tree(Augmentation augmentation) {
        return json.valueToTree(augmentation);
    }

    private static void overlay(ObjectNode whole, JsonNode given, String prefix, List<RecipeProblem> problems) {
        if (!given.isObject()) {
            problems.add(new RecipeProblem(
                    prefix.isEmpty() ? "recipe" : prefix.substring(0, prefix.length() - 1), "must be an object"));
            return;
        }
        given.properties().forEach(field -> {
            String path = prefix + field.getKey();
            JsonNode known = whole.get(field.getKey());
            if (known == null) {
                problems.add(new RecipeProblem(
                        path,
                        "is not a field of a recipe; there are "
                                + whole.propertyNames().stream().collect(Collectors.joining(", "))));
            } else if (field.getValue().isNull()) {
                problems.add(new RecipeProblem(path, "must not be null; leave it out for its default"));
            } else if (known instanceof ObjectNode nested) {
                overlay(nested, field.getValue(), path + ".", problems);
            } else {
                whole.set(field.getKey(), field.getValue());
            }
        });
    }

    private String like(String path) {
        return tree(Recipe.defaults()).at("/" + path.replace('.', '/')).toString();
    }

    private static String path(JacksonException wrong) {
        return wrong.getPath().stream()
                .map(step -> String.valueOf(step.getPropertyName()))
                .collect(Collectors.joining("."));
    }
}
