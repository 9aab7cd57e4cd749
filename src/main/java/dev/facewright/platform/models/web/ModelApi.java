package dev.facewright.platform.models.web;

import dev.facewright.platform.kernel.PageView;
import dev.facewright.platform.models.ModelRegistry;
import dev.facewright.platform.models.ModelVersion;
import dev.facewright.platform.models.ModelVersionId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/models")
@Tag(name = "Models", description = "Registered model versions and where they come from")
class ModelApi {
    private final ModelRegistry models;
    private final LineageViews lineages;

    ModelApi(ModelRegistry models, LineageViews lineages) {
        this.models = models;
        this.lineages = lineages;
    }

    @GetMapping
    @Operation(summary = "List model versions, newest first")
    PageView<ModelVersion> list(
            @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(25) int size) {
        return models.list(page, size);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Look at a model version")
    ModelVersion get(@PathVariable ModelVersionId id) {
        return models.get(id);
    }

    @GetMapping("/{id}/lineage")
    @Operation(
            summary = "See what a model version carries in it",
            description =
                    "What it started from, every dataset version in that line, and a page of what started from it. Figures"
                            + " of other versions are left out: each itself has them.")
    LineageView lineage(
            @PathVariable ModelVersionId id,
            @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
        return lineages.of(id, page, size);
    }

    @PostMapping("/{id}/quarantine")
    @Operation(
            summary = "Take a model version out of use for good",
            description =
                    "With everything that started from it. Its bundles are withdrawn. Doing it twice changes nothing.")
    ModelVersion quarantine(@PathVariable ModelVersionId id, @Valid @RequestBody QuarantineRequest request) {
        models.quarantine(id, request.reason().slug());
        return models.get(id);
    }

    /// Why a person takes a model version out of use. A choice and not a text: it goes into the audit log.
    enum QuarantineReason {
        DEFECT,
        LICENCE,
        POLICY;

        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    record QuarantineRequest(@NotNull QuarantineReason reason) {}
}
