package dev.facewright.platform.training;

import dev.facewright.ml.data.Augmentation;
import dev.facewright.ml.train.Recipe;
import dev.facewright.ml.train.RecipeProblem;
import dev.facewright.ml.train.RecipeProblem.Rule;
import dev.facewright.platform.training.TrainingProblem.RecipeRefused;
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
            .addModule(new LossOptions())
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
                    List.of(problem(path(wrong), Rule.TYPE, "has the wrong type, must be like ", like(path(wrong)))));
        }
    }

    /// @throws RecipeRefused as above, or if it is not JSON
    public Recipe read(String text) {
        try {
            return read(json.readTree(text));
        } catch (JacksonException wrong) {
            throw new RecipeRefused(List.of(problem("recipe", Rule.JSON, "is not JSON", "")));
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
            String group = prefix.isEmpty() ? "recipe" : prefix.substring(0, prefix.length() - 1);
            problems.add(problem(group, Rule.OBJECT, "must be an object", ""));
            return;
        }
        given.properties().forEach(field -> {
            String path = prefix + field.getKey();
            JsonNode known = whole.get(field.getKey());
            if (known == null) {
                String names = String.join(", ", whole.propertyNames());
                problems.add(problem(path, Rule.UNKNOWN_FIELD, "is not a field of a recipe; there are ", names));
            } else if (field.getValue().isNull()) {
                problems.add(problem(path, Rule.EMPTY, "must not be null; leave it out for its default", ""));
            } else if (known instanceof ObjectNode nested) {
                overlay(nested, field.getValue(), path + ".", problems);
            } else {
                whole.set(field.getKey(), field.getValue());
            }
        });
    }

    /// @param argument  of the rule, which ends the message
    private static RecipeProblem problem(String field, Rule rule, String message, String argument) {
        return new RecipeProblem(field, rule, List.of(argument), message + argument);
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
