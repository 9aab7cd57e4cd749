package dev.facewright.platform.training.web;

import dev.facewright.ml.data.Augmentation;
import dev.facewright.ml.data.AugmentationPreset;
import dev.facewright.ml.train.Recipe;
import dev.facewright.ml.train.RecipeProblem;
import dev.facewright.platform.training.AugmentationPreview;
import dev.facewright.platform.training.RecipeJson;
import dev.facewright.platform.training.TrainingProblem.RecipeRefused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BindException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@Tag(name = "Runs")
class AugmentationApi {
    private final AugmentationPreview preview;
    private final RecipeJson recipes;
    private final RecipeErrors errors;

    AugmentationApi(AugmentationPreview preview, RecipeJson recipes, RecipeErrors errors) {
        this.preview = preview;
        this.recipes = recipes;
        this.errors = errors;
    }

    @GetMapping("/api/v1/runs/augmentation-presets")
    @Operation(summary = "See the named augmentations a recipe can begin with")
    Map<AugmentationPreset, Augmentation> presets() {
        return new TreeMap<>(Arrays.stream(AugmentationPreset.values())
                .collect(Collectors.toMap(preset -> preset, AugmentationPreset::augmentation)));
    }

    @PostMapping("/api/v1/runs/augmentation-previews")
    @Operation(
            summary = "See what a recipe's augmentation makes of an image",
            description = "A PNG of 112x112; nothing is stored. The same seed and variant give the same picture.")
    ResponseEntity<byte[]> preview(@Valid @RequestBody PreviewRequest body) throws BindException {
        Augmentation augmentation = errors.named(() -> augmentation(body.recipe()));
        byte[] png = preview.variant(
                body.image(),
                preview.crop(body.dataset(), body.image()),
                augmentation,
                Objects.requireNonNullElse(body.seed(), 1L),
                Objects.requireNonNullElse(body.variant(), 0));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.noStore())
                .body(png);
    }

    private Augmentation augmentation(@Nullable JsonNode given) {
        Recipe recipe = given == null ? Recipe.defaults() : recipes.read(given);
        List<RecipeProblem> problems = recipe.problems().stream()
                .filter(problem -> problem.field().startsWith("augmentation."))
                .toList();
        if (!problems.isEmpty()) {
            throw new RecipeRefused(problems);
        }
        return recipe.augmentation();
    }
}
