package dev.facewright.platform.training.web;

import dev.facewright.platform.training.TrainingProblem.RecipeRefused;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.validation.MapBindingResult;

/// Names the fields of a refused recipe in the answer, as it is done for every other refused field.
@Component
class RecipeErrors {
    private final RecipeTexts texts;

    RecipeErrors(RecipeTexts texts) {
        this.texts = texts;
    }

    <T> T named(Supplier<T> work) throws BindException {
        try {
            return work.get();
        } catch (RecipeRefused refused) {
            MapBindingResult errors = new MapBindingResult(Map.of(), "run");
            refused.problems()
                    .forEach(problem -> errors.addError(new FieldError(
                            "run", "recipe." + problem.field(), texts.of(problem, LocaleContextHolder.getLocale()))));
            throw new BindException(errors);
        }
    }
}
