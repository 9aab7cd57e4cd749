package dev.facewright.platform.training.web;

import dev.facewright.ml.train.RecipeProblem;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Says in the reader's language what is wrong with a recipe.
@Component
class RecipeTexts {
    private final MessageSource messages;

    RecipeTexts(MessageSource messages) {
        this.messages = messages;
    }

    /// English has the library's own words, with the unit that people most often mistake.
    String of(RecipeProblem problem, Locale locale) {
        if (locale.getLanguage().equals(Locale.ENGLISH.getLanguage())) {
            return problem.message();
        }
        String key = "training.recipe.problem." + problem.rule();
        String text = messages.getMessage(key, problem.arguments().toArray(), problem.message(), locale);
        return text == null ? problem.message() : text;
    }
}
