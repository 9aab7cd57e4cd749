package dev.facewright.platform.training.web;

import dev.facewright.ml.data.Augmentation;
import dev.facewright.ml.data.AugmentationPreset;
import dev.facewright.platform.consent.Purpose;
import dev.facewright.platform.datasets.DatasetId;
import dev.facewright.platform.datasets.DatasetVersion;
import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.datasets.Datasets;
import dev.facewright.platform.datasets.ImageId;
import dev.facewright.platform.kernel.Choice;
import dev.facewright.platform.training.AugmentationPreview;
import dev.facewright.platform.training.TrainingProblem.RecipeRefused;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What a recipe's augmentation makes of a dataset's images.
@Controller
@RequestMapping("/runs/new/augmentation")
class AugmentationPages {
    private static final int VARIANTS = 8;

    private final Datasets datasets;
    private final AugmentationPreview preview;
    private final PreviewChoice choice;
    private final RecipeFields fields;
    private final RunFormReader reader;
    private final RecipeTexts texts;

    AugmentationPages(
            Datasets datasets,
            AugmentationPreview preview,
            PreviewChoice choice,
            RecipeFields fields,
            RunFormReader reader,
            RecipeTexts texts) {
        this.datasets = datasets;
        this.preview = preview;
        this.choice = choice;
        this.fields = fields;
        this.reader = reader;
        this.texts = texts;
    }

    /// From the form of a run: only what the preview needs goes into the address.
    @PostMapping
    String open(@ModelAttribute("form") RunForm form, RedirectAttributes redirect) {
        if (!form.getDataset().isBlank()) {
            redirect.addAttribute("dataset", form.getDataset());
        }
        for (RecipeField field : fields.augmentation()) {
            String typed = form.getRecipe().get(field.path());
            if (typed != null) {
                redirect.addAttribute("recipe[" + field.path() + "]", typed);
            }
        }
        return "redirect:/runs/new/augmentation";
    }

    /// @param image  at most four are shown; images of the first people if there are none
    /// @param imagesOf  the dataset they were chosen from: they count for no other
    /// @param seed  of the variants
    @GetMapping
    String show(
            @ModelAttribute("form") RunForm form,
            @RequestParam(required = false) @Nullable DatasetVersionId dataset,
            @RequestParam(defaultValue = "") List<ImageId> image,
            @RequestParam(required = false) @Nullable DatasetId imagesOf,
            @RequestParam(defaultValue = "1") long seed,
            @RequestParam(required = false) @Nullable AugmentationPreset preset,
            Model view,
            HttpServletResponse response,
            Locale locale) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        form.setRecipe(fields.filledAugmentation(form.getRecipe(), preset));
        Choice<DatasetVersion> versions = datasets.sealedVersionsWith(Purpose.TRAINING, dataset);
        view.addAttribute("fields", fields.augmentation());
        view.addAttribute("presets", AugmentationPreset.values());
        view.addAttribute("versions", versions);
        view.addAttribute("seed", seed);
        Augmentation augmentation = read(form, view, response, locale);
        if (dataset != null || !versions.isEmpty()) {
            DatasetVersion version = dataset == null ? versions.items().getFirst() : datasets.version(dataset);
            form.setDataset(version.id().toString());
            boolean chosen = imagesOf == null || imagesOf.equals(version.dataset());
            addImages(version, chosen ? image : List.of(), augmentation, seed, view);
        }
        return "training/augmentation";
    }

    /// @return null with the page's errors set, if a field is wrong
    private @Nullable Augmentation read(RunForm form, Model view, HttpServletResponse response, Locale locale) {
        Map<String, String> errors = new TreeMap<>();
        view.addAttribute("errors", errors);
        try {
            return reader.recipe(form).augmentation();
        } catch (RecipeRefused refused) {
            refused.problems().forEach(problem -> errors.put("recipe." + problem.field(), texts.of(problem, locale)));
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return null;
        }
    }

    private void addImages(
            DatasetVersion version, List<ImageId> wanted, @Nullable Augmentation augmentation, long seed, Model view) {
        PreviewChoice.Images images = choice.of(version.dataset(), wanted);
        view.addAttribute("version", version);
        view.addAttribute("images", images);
        if (augmentation != null) {
            view.addAttribute(
                    "previews",
                    images.shown().stream()
                            .map(each -> PreviewedImage.of(
                                    each, preview.crop(version.id(), each.id()), preview, augmentation, seed, VARIANTS))
                            .toList());
        }
    }
}
