package dev.facewright.platform.training.web;

import dev.facewright.ml.data.AugmentationPreset;
import dev.facewright.ml.train.Recipe;
import dev.facewright.ml.train.RecipePreset;
import dev.facewright.platform.consent.Purpose;
import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.datasets.Datasets;
import dev.facewright.platform.models.ModelRegistry;
import dev.facewright.platform.training.RunId;
import dev.facewright.platform.training.TrainingProblem.RecipeRefused;
import dev.facewright.platform.training.TrainingProblem.RunNameRefused;
import dev.facewright.platform.training.TrainingRuns;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The form that starts a run.
@Controller
@RequestMapping("/runs/new")
class NewRunPages {
    private final TrainingRuns runs;
    private final Datasets datasets;
    private final ModelRegistry models;
    private final RecipeFields fields;
    private final RunFormReader reader;
    private final RecipeTexts texts;
    private final MessageSource messages;

    NewRunPages(
            TrainingRuns runs,
            Datasets datasets,
            ModelRegistry models,
            RecipeFields fields,
            RunFormReader reader,
            RecipeTexts texts,
            MessageSource messages) {
        this.runs = runs;
        this.datasets = datasets;
        this.models = models;
        this.fields = fields;
        this.reader = reader;
        this.texts = texts;
        this.messages = messages;
    }

    /// What the address says of the run is filled in, the rest is as usual.
    @GetMapping
    String form(
            @ModelAttribute("form") RunForm form,
            @RequestParam(required = false) @Nullable AugmentationPreset preset,
            @RequestParam(defaultValue = "") String recipePreset,
            Model view) {
        form.setRecipe(RecipePreset.named(recipePreset)
                .map(chosen -> fields.values(chosen.recipe()))
                .orElseGet(() -> fields.filled(form.getRecipe())));
        if (preset != null) {
            form.getRecipe().putAll(fields.values(preset));
        }
        view.addAttribute("recipePreset", recipePreset);
        return page(form, Map.of(), view);
    }

    /// The form again, as it was typed, with another augmentation.
    @PostMapping("/preset")
    String preset(
            @ModelAttribute("form") RunForm form,
            @RequestParam(required = false) @Nullable AugmentationPreset preset,
            Model view) {
        if (preset != null) {
            form.getRecipe().putAll(fields.values(preset));
        }
        return page(form, Map.of(), view);
    }

    @PostMapping
    String start(
            @ModelAttribute("form") RunForm form,
            Model view,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Locale locale) {
        Map<String, String> errors = new TreeMap<>();
        if (form.getDataset().isBlank()) {
            errors.put("dataset", messages.getMessage("training.new.dataset.missing", null, locale));
        }
        try {
            if (errors.isEmpty()) {
                RunId id = runs.start(reader.read(form));
                redirect.addFlashAttribute("message", "training.new.done");
                return "redirect:/runs/" + id;
            }
            reader.recipe(form);
        } catch (RecipeRefused refused) {
            refused.problems().forEach(problem -> errors.put("recipe." + problem.field(), texts.of(problem, locale)));
        } catch (RunNameRefused refused) {
            errors.put(
                    "name",
                    messages.getMessage(
                            "problem.run-name-refused.detail",
                            refused.arguments().toArray(),
                            locale));
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(form, errors, view);
    }

    /// The learning rate's course for what is typed now, over steps if the data is chosen and over epochs if not;
    /// nothing while that makes no sense. What is not said of the recipe is as usual.
    @GetMapping("/schedule")
    String schedule(@ModelAttribute("form") RunForm form, Model view) {
        try {
            Recipe recipe = reader.recipe(form);
            SchedulePlot plot = form.getDataset().isBlank()
                    ? SchedulePlot.overEpochs(recipe)
                    : SchedulePlot.of(recipe, datasets.version(DatasetVersionId.of(form.getDataset())));
            view.addAttribute("plot", plot);
        } catch (RecipeRefused unfinished) {
            view.addAttribute("refused", true);
        }
        return "training/schedule :: schedule";
    }

    /// What the form offers to choose from once part of a name is typed.
    @GetMapping("/versions")
    String versions(@RequestParam(defaultValue = "") String find, Model view) {
        view.addAttribute("versions", datasets.sealedVersions(Purpose.TRAINING, find));
        return "training/parts :: version-options";
    }

    /// Likewise.
    @GetMapping("/models")
    String models(@RequestParam(defaultValue = "") String find, Model view) {
        view.addAttribute("models", models.active(find));
        return "training/parts :: start-options";
    }

    private String page(RunForm form, Map<String, String> errors, Model view) {
        view.addAttribute("form", form);
        view.addAttribute("errors", errors);
        view.addAttribute("presets", AugmentationPreset.values());
        view.addAttribute("groups", fields.grouped());
        view.addAttribute("openGroups", fields.groupsToShow(form.getRecipe(), errors.keySet()));
        view.addAttribute("versions", datasets.sealedVersionsWith(Purpose.TRAINING, form.chosenDataset()));
        view.addAttribute("models", models.activeWith(form.chosenStart()));
        view.addAttribute(
                "recipePresets",
                RecipePreset.all().stream().map(RecipePreset::name).toList());
        return "training/new";
    }
}
