package dev.facewright.platform.evaluation.web;

import dev.facewright.platform.benchmarks.BenchmarkId;
import dev.facewright.platform.benchmarks.Benchmarks;
import dev.facewright.platform.evaluation.EvaluationView;
import dev.facewright.platform.evaluation.Evaluations;
import dev.facewright.platform.kernel.PageView;
import dev.facewright.platform.models.ModelRegistry;
import dev.facewright.platform.models.ModelVersionId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What pages of other things show of evaluations; they load it themselves, and page in it.
@Controller
@RequestMapping("/evaluations")
class EvaluationParts {
    private static final int PAGE_SIZE = 20;

    private final Evaluations evaluations;
    private final Benchmarks benchmarks;
    private final ModelRegistry models;
    private final ModelNames names;

    EvaluationParts(Evaluations evaluations, Benchmarks benchmarks, ModelRegistry models, ModelNames names) {
        this.evaluations = evaluations;
        this.benchmarks = benchmarks;
        this.models = models;
        this.names = names;
    }

    /// Of the page of a model.
    @GetMapping("/of-model/{id}")
    String ofModel(
            @PathVariable ModelVersionId id,
            @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
            Model view) {
        view.addAttribute("model", models.get(id));
        PageView<EvaluationView> newest = evaluations.ofModel(id, 0, PAGE_SIZE);
        view.addAttribute("evaluations", page == 0 ? newest : evaluations.ofModel(id, page, PAGE_SIZE));
        newest.items().stream()
                .filter(each -> each.report() != null)
                .findFirst()
                .ifPresent(latest -> addCurve(latest, view));
        view.addAttribute("benchmarks", benchmarks.ready(""));
        view.addAttribute("form", EvaluationForm.of(id));
        return "evaluation/of-model :: evaluations";
    }

    private static void addCurve(EvaluationView latest, Model view) {
        view.addAttribute("scored", latest);
        view.addAttribute(
                "roc", ReportPage.of(Objects.requireNonNull(latest.report())).roc());
    }

    /// What a form offers to choose from once part of a name is typed.
    @GetMapping("/new/models")
    String models(@RequestParam(defaultValue = "") String find, Model view) {
        view.addAttribute("models", models.active(find));
        return "evaluation/parts :: model-options";
    }

    /// Likewise.
    @GetMapping("/new/benchmarks")
    String benchmarks(@RequestParam(defaultValue = "") String find, Model view) {
        view.addAttribute("benchmarks", benchmarks.ready(find));
        return "evaluation/parts :: benchmark-options";
    }

    /// Of the page of a benchmark.
    @GetMapping("/on-benchmark/{id}")
    String onBenchmark(
            @PathVariable BenchmarkId id,
            @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
            Model view) {
        PageView<EvaluationView> found = evaluations.onBenchmark(id, page, PAGE_SIZE);
        view.addAttribute("benchmark", id);
        view.addAttribute("evaluations", found);
        view.addAttribute("modelNames", names.of(found.items()));
        return "evaluation/on-benchmark :: evaluations";
    }
}
