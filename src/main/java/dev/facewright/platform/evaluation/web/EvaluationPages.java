package dev.facewright.platform.evaluation.web;

import dev.facewright.platform.benchmarks.Benchmarks;
import dev.facewright.platform.evaluation.EvaluationId;
import dev.facewright.platform.evaluation.EvaluationOptions;
import dev.facewright.platform.evaluation.EvaluationProblem.FalseAcceptRatesRefused;
import dev.facewright.platform.evaluation.EvaluationView;
import dev.facewright.platform.evaluation.Evaluations;
import dev.facewright.platform.kernel.PageView;
import dev.facewright.platform.kernel.web.Polled;
import dev.facewright.platform.models.ModelRegistry;
import dev.facewright.platform.models.ModelVersionId;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/evaluations")
class EvaluationPages {
    private static final int PAGE_SIZE = 25;

    private final Evaluations evaluations;
    private final Benchmarks benchmarks;
    private final ModelRegistry models;
    private final ModelNames names;

    EvaluationPages(Evaluations evaluations, Benchmarks benchmarks, ModelRegistry models, ModelNames names) {
        this.evaluations = evaluations;
        this.benchmarks = benchmarks;
        this.models = models;
        this.names = names;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page, Model model) {
        PageView<EvaluationView> found = evaluations.list(page, PAGE_SIZE);
        model.addAttribute("evaluations", found);
        model.addAttribute("modelNames", names.of(found.items()));
        return "evaluation/evaluations";
    }

    @GetMapping("/new")
    String form(@RequestParam(required = false) @Nullable ModelVersionId model, Model view) {
        return formPage(EvaluationForm.of(model), view);
    }

    @PostMapping
    String start(
            @Valid @ModelAttribute("form") EvaluationForm form,
            BindingResult problems,
            Model view,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Optional<EvaluationOptions> options = problems.hasErrors() ? Optional.empty() : options(form, problems);
        if (options.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return formPage(form, view);
        }
        EvaluationId id = evaluations.start(
                Objects.requireNonNull(form.model()), Objects.requireNonNull(form.benchmark()), options.get());
        redirect.addFlashAttribute("message", "evaluation.queued");
        return "redirect:/evaluations/" + id;
    }

    @GetMapping("/{id}")
    String page(@PathVariable EvaluationId id, Model view) {
        EvaluationView evaluation = evaluations.get(id);
        view.addAttribute("evaluation", evaluation);
        view.addAttribute("model", models.get(evaluation.model()));
        if (evaluation.report() != null) {
            view.addAttribute("report", ReportPage.of(evaluation.report()));
        }
        return "evaluation/evaluation";
    }

    /// While the evaluation runs its page asks for this.
    @GetMapping("/{id}/progress")
    String progress(@PathVariable EvaluationId id, Model view, HttpServletResponse response) {
        EvaluationView evaluation = evaluations.get(id);
        Polled.until(evaluation.status().ended(), response);
        view.addAttribute("evaluation", evaluation);
        return "evaluation/evaluation :: progress";
    }

    @GetMapping("/{id}/scores")
    ResponseEntity<Resource> scores(@PathVariable EvaluationId id) {
        return Downloads.gzip("scores-" + id + ".csv.gz", new InputStreamResource(evaluations.openScores(id)));
    }

    @PostMapping("/{id}/cancellation")
    String cancel(@PathVariable EvaluationId id, RedirectAttributes redirect) {
        evaluations.cancel(id);
        redirect.addFlashAttribute("message", "evaluation.cancelling");
        return "redirect:/evaluations/" + id;
    }

    private String formPage(EvaluationForm form, Model view) {
        view.addAttribute("form", form);
        view.addAttribute("models", models.activeWith(form.model()));
        view.addAttribute("benchmarks", benchmarks.readyWith(form.benchmark()));
        return "evaluation/evaluation-form";
    }

    private static Optional<EvaluationOptions> options(EvaluationForm form, BindingResult problems) {
        try {
            return Optional.of(form.options());
        } catch (NumberFormatException | FalseAcceptRatesRefused e) {
            problems.rejectValue(
                    "falseAcceptRates",
                    "problem.false-accept-rates-refused.detail",
                    new Object[] {EvaluationOptions.MOST_RATES},
                    "");
            return Optional.empty();
        }
    }
}
