package dev.facewright.platform.training.web;

import dev.facewright.ml.train.Recipe;
import dev.facewright.ml.train.RecipeProblem;
import dev.facewright.ml.train.RecipeProblem.Rule;
import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.models.ModelVersionId;
import dev.facewright.platform.training.RecipeJson;
import dev.facewright.platform.training.TrainingProblem.RecipeRefused;
import dev.facewright.platform.training.TrainingRuns.NewRun;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Makes a run of what was typed.
@Component
class RunFormReader {
    private final RecipeFields fields;
    private final RecipeJson recipes;

    RunFormReader(RecipeFields fields, RecipeJson recipes) {
        this.fields = fields;
        this.recipes = recipes;
    }

    /// @throws RecipeRefused with every field that is no number or out of its range
    /// @throws IllegalArgumentException if an id is none, which only a changed form can send
    NewRun read(RunForm form) {
        return new NewRun(
                form.getName(),
                DatasetVersionId.of(form.getDataset()),
                recipe(form),
                form.getStartFrom().isBlank() ? null : ModelVersionId.of(form.getStartFrom()));
    }

    /// @throws RecipeRefused with every field that is no number or out of its range
    Recipe recipe(RunForm form) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        List<RecipeProblem> problems = new ArrayList<>();
        for (RecipeField field : fields.all()) {
            read(field, form.getRecipe().get(field.path()), tree, problems);
        }
        if (problems.isEmpty()) {
            problems.addAll(recipes.read(tree).problems());
        }
        if (!problems.isEmpty()) {
            throw new RecipeRefused(problems);
        }
        return recipes.read(tree);
    }

    private static void read(RecipeField field, @Nullable String typed, ObjectNode tree, List<RecipeProblem> problems) {
        ObjectNode parent = tree;
        int from = 0;
        for (int dot = field.path().indexOf('.'); dot >= 0; dot = field.path().indexOf('.', from)) {
            parent = parent.withObjectProperty(field.path().substring(from, dot));
            from = dot + 1;
        }
        String name = field.path().substring(from);
        if (field.isSwitch()) {
            parent.put(name, Boolean.parseBoolean(typed));
        } else if (typed != null && field.isChoice() && !field.isWhole()) {
            parent.put(name, typed);
        } else if (typed != null) {
            try {
                BigDecimal number = new BigDecimal(typed.strip());
                if (field.isWhole()) {
                    parent.put(name, number.longValueExact());
                } else {
                    parent.put(name, number.doubleValue());
                }
            } catch (ArithmeticException | NumberFormatException wrong) {
                problems.add(notNumber(field));
            }
        }
    }

    private static RecipeProblem notNumber(RecipeField field) {
        return field.isWhole()
                ? new RecipeProblem(field.path(), Rule.WHOLE_NUMBER, List.of(), "must be a whole number")
                : new RecipeProblem(field.path(), Rule.NUMBER, List.of(), "must be a number");
    }
}
