package dev.facewright.platform.evaluation.web;

import dev.facewright.platform.evaluation.EvaluationId;
import dev.facewright.platform.evaluation.EvaluationView;
import dev.facewright.platform.evaluation.Evaluations;
import dev.facewright.platform.kernel.PageView;
import dev.facewright.platform.models.ModelVersionId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/evaluations")
@Tag(name = "Evaluations", description = "What model versions score on benchmarks")
class EvaluationApi {
    private final Evaluations evaluations;

    EvaluationApi(Evaluations evaluations) {
        this.evaluations = evaluations;
    }

    @PostMapping
    @Operation(
            summary = "Score a model on a benchmark",
            description = "Done by a job: follow `status` until it has ended.")
    ResponseEntity<EvaluationView> start(@Valid @RequestBody StartEvaluation body) {
        EvaluationId id = evaluations.start(body.model(), body.benchmark(), body.options());
        return ResponseEntity.created(URI.create("/api/v1/evaluations/" + id)).body(evaluations.get(id));
    }

    @GetMapping
    @Operation(
            summary = "List evaluations, newest first",
            description = "With `model`, those of that model version. The points of curves and histograms are left out:"
                    + " each evaluation itself has them.")
    PageView<EvaluationView> list(
            @RequestParam(required = false) @Nullable ModelVersionId model,
            @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
        var found = model == null ? evaluations.list(page, size) : evaluations.ofModel(model, page, size);
        return found.map(EvaluationView::forLists);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Look at an evaluation and its report")
    EvaluationView get(@PathVariable EvaluationId id) {
        return evaluations.get(id);
    }

    @GetMapping("/{id}/scores")
    @Operation(summary = "Download the score of every pair", description = "Gzipped CSV: pair,fold,genuine,score.")
    ResponseEntity<Resource> scores(@PathVariable EvaluationId id) {
        return Downloads.gzip("scores-" + id + ".csv.gz", new InputStreamResource(evaluations.openScores(id)));
    }

    @PostMapping("/{id}/cancellation")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Cancel an evaluation", description = "One that has ended stays as it is.")
    EvaluationView cancel(@PathVariable EvaluationId id) {
        evaluations.cancel(id);
        return evaluations.get(id);
    }
}
