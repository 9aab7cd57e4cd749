package dev.facewright.platform.training.web;

import dev.facewright.ml.train.Recipe;
import dev.facewright.ml.train.RecipePreset;
import dev.facewright.platform.kernel.PageView;
import dev.facewright.platform.training.Checkpoints;
import dev.facewright.platform.training.KeptCheckpoint;
import dev.facewright.platform.training.RecipeJson;
import dev.facewright.platform.training.RunId;
import dev.facewright.platform.training.RunLog;
import dev.facewright.platform.training.RunLogEntry;
import dev.facewright.platform.training.RunMetrics;
import dev.facewright.platform.training.RunProgress;
import dev.facewright.platform.training.RunView;
import dev.facewright.platform.training.TrainingRuns;
import dev.facewright.platform.training.TrainingRuns.NewRun;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BindException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/runs")
@Tag(name = "Runs", description = "Training runs: start, follow, cancel")
class TrainingRunApi {
    private final TrainingRuns runs;
    private final RunMetrics metrics;
    private final RunLog log;
    private final Checkpoints checkpoints;
    private final RecipeJson recipes;
    private final RecipeErrors recipeErrors;

    TrainingRunApi(
            TrainingRuns runs,
            RunMetrics metrics,
            RunLog log,
            Checkpoints checkpoints,
            RecipeJson recipes,
            RecipeErrors recipeErrors) {
        this.runs = runs;
        this.metrics = metrics;
        this.log = log;
        this.checkpoints = checkpoints;
        this.recipes = recipes;
        this.recipeErrors = recipeErrors;
    }

    @PostMapping
    @Operation(
            summary = "Queue a training run",
            description = "What the recipe leaves out takes its default; a wrong field is named in `errors`.")
    ResponseEntity<RunView> start(@Valid @RequestBody StartRun body) throws BindException {
        RunId id = recipeErrors.named(() -> {
            Recipe recipe = body.recipe() == null ? Recipe.defaults() : recipes.read(body.recipe());
            return runs.start(new NewRun(body.name(), body.dataset(), recipe, body.startFrom()));
        });
        return ResponseEntity.created(URI.create("/api/v1/runs/" + id)).body(runs.get(id));
    }

    @GetMapping
    @Operation(summary = "List runs, newest first")
    PageView<RunView> list(
            @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(50) int size) {
        return runs.list(page, size);
    }

    @GetMapping("/recipe-defaults")
    @Operation(summary = "See the recipe that is trained when nothing is said")
    Recipe defaults() {
        return Recipe.defaults();
    }

    @GetMapping("/presets")
    @Operation(summary = "List whole recipes to start from", description = "Each by its name, the defaults first.")
    List<RecipePreset> presets() {
        return RecipePreset.all();
    }

    @GetMapping("/{id}")
    @Operation(summary = "Look at a run")
    RunView get(@PathVariable RunId id) {
        return runs.get(id);
    }

    @PostMapping("/{id}/cancellation")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Cancel a run within a step", description = "Conflict if it has ended.")
    RunView cancel(@PathVariable RunId id) {
        runs.cancel(id);
        return runs.get(id);
    }

    @GetMapping("/{id}/metrics")
    @Operation(
            summary = "Read the recorded steps and epochs",
            description = "Every `every`-th recorded step from step `from` on, at most `limit`.")
    RunMetricsView metrics(
            @PathVariable RunId id,
            @RequestParam(defaultValue = "0") @Min(0) long from,
            @RequestParam(defaultValue = "1") @Min(1) int every,
            @RequestParam(defaultValue = "1000") @Min(1) @Max(10_000) int limit) {
        RunProgress progress = runs.get(id).progress();
        return new RunMetricsView(
                metrics.steps(id, from, every, limit),
                metrics.epochs(id),
                progress.dataWaitShare(),
                progress.skippedSteps());
    }

    @GetMapping("/{id}/log")
    @Operation(
            summary = "Read what happened to a run, newest first",
            description = "Among it `rate-halved`, `batch-split`, `resumed-elsewhere` and `checkpoint-unreadable`: "
                    + "what the run did about a fault, and from which step it went on.")
    List<RunLogEntry> log(@PathVariable RunId id, @RequestParam(defaultValue = "100") @Min(1) @Max(10_000) int limit) {
        return log.latest(runs.get(id).id(), limit);
    }

    @GetMapping("/{id}/checkpoints")
    @Operation(
            summary = "List the checkpoints that are kept, newest first",
            description = "As many as the recipe says; none once the run has ended.")
    List<KeptCheckpoint> checkpoints(@PathVariable RunId id) {
        return checkpoints.kept(runs.get(id).id());
    }
}
