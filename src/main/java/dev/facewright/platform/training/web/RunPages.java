package dev.facewright.platform.training.web;

import dev.facewright.platform.datasets.Datasets;
import dev.facewright.platform.kernel.PageView;
import dev.facewright.platform.training.Checkpoints;
import dev.facewright.platform.training.RunId;
import dev.facewright.platform.training.RunLog;
import dev.facewright.platform.training.RunMetrics;
import dev.facewright.platform.training.RunView;
import dev.facewright.platform.training.TrainingRuns;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/runs")
class RunPages {
    private static final int PAGE_SIZE = 20;
    private static final int LOG_LINES = 100;
    // what readers without scripts get; with scripts the stream of events brings the whole course
    private static final int CHART_POINTS = 60;

    private final TrainingRuns runs;
    private final RunLog log;
    private final RunMetrics metrics;
    private final Checkpoints checkpoints;
    private final RecipeFields fields;
    private final Datasets datasets;

    RunPages(
            TrainingRuns runs,
            RunLog log,
            RunMetrics metrics,
            Checkpoints checkpoints,
            RecipeFields fields,
            Datasets datasets) {
        this.runs = runs;
        this.log = log;
        this.metrics = metrics;
        this.checkpoints = checkpoints;
        this.fields = fields;
        this.datasets = datasets;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page, Model view) {
        PageView<RunView> found = runs.list(page, PAGE_SIZE);
        view.addAttribute("runs", found);
        view.addAttribute("figures", found.items().stream().collect(Collectors.toMap(RunView::id, RunFigures::of)));
        view.addAttribute(
                "versions",
                found.items().stream()
                        .map(RunView::dataset)
                        .distinct()
                        .collect(Collectors.toMap(Function.identity(), datasets::version)));
        return "training/list";
    }

    @GetMapping("/{id}")
    String show(@PathVariable RunId id, Model view) {
        RunView run = addState(id, view);
        Map<String, String> values = fields.values(run.recipe());
        values.put(RecipeField.START, Objects.toString(run.startFrom(), ""));
        view.addAttribute("groups", fields.playingPart(values));
        view.addAttribute("values", values);
        view.addAttribute("version", datasets.version(run.dataset()));
        view.addAttribute("charts", RunCharts.of(metrics.overview(id, CHART_POINTS)));
        return "training/run";
    }

    /// The part of the page that changes while the run goes on.
    @GetMapping("/{id}/state")
    String state(@PathVariable RunId id, Model view) {
        addState(id, view);
        return "training/state :: state";
    }

    @PostMapping("/{id}/cancellation")
    String cancel(@PathVariable RunId id, RedirectAttributes redirect) {
        runs.cancel(id);
        redirect.addFlashAttribute("message", "training.cancel.done");
        return "redirect:/runs/" + id;
    }

    private RunView addState(RunId id, Model view) {
        RunView run = runs.get(id);
        view.addAttribute("run", run);
        view.addAttribute("figures", RunFigures.of(run));
        view.addAttribute("checkpoints", checkpoints.kept(id));
        view.addAttribute("log", log.latestFolded(id, LOG_LINES));
        return run;
    }
}
