package dev.facewright.platform.benchmarks.web;

import dev.facewright.platform.benchmarks.BenchmarkId;
import dev.facewright.platform.benchmarks.BenchmarkProblem.BenchmarkNameTaken;
import dev.facewright.platform.benchmarks.BenchmarkProblem.BenchmarkPeopleWithoutConsent;
import dev.facewright.platform.benchmarks.BenchmarkProblem.PairsRefused;
import dev.facewright.platform.benchmarks.BenchmarkView;
import dev.facewright.platform.benchmarks.Benchmarks;
import dev.facewright.platform.benchmarks.LegalBasis;
import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.web.Polled;
import dev.facewright.platform.kernel.web.SmallFile;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.http.HttpStatus;
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
@RequestMapping("/benchmarks")
class BenchmarkPages {
    private static final int PAGE_SIZE = 25;

    private final Benchmarks benchmarks;

    BenchmarkPages(Benchmarks benchmarks) {
        this.benchmarks = benchmarks;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page, Model model) {
        model.addAttribute("benchmarks", benchmarks.list(page, PAGE_SIZE));
        return "benchmarks/list";
    }

    @GetMapping("/new")
    String form(Model model) {
        model.addAttribute("form", BenchmarkForm.EMPTY);
        model.addAttribute("bases", LegalBasis.values());
        return "benchmarks/form";
    }

    @PostMapping
    String upload(
            @Valid @ModelAttribute("form") BenchmarkForm form,
            BindingResult problems,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        refuseMissingFiles(form, problems);
        if (!problems.hasErrors()) {
            try {
                BenchmarkId id = store(form);
                redirect.addFlashAttribute("message", "benchmark.uploaded");
                return "redirect:/benchmarks/" + id;
            } catch (PairsRefused | BenchmarkPeopleWithoutConsent refused) {
                reject(problems, "pairs", refused);
            } catch (BenchmarkNameTaken taken) {
                reject(problems, "name", taken);
            }
        }
        model.addAttribute("bases", LegalBasis.values());
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return "benchmarks/form";
    }

    @GetMapping("/{id}")
    String page(@PathVariable BenchmarkId id, Model model) {
        model.addAttribute("benchmark", benchmarks.get(id));
        return "benchmarks/benchmark";
    }

    /// While images are aligned the page asks for this.
    @GetMapping("/{id}/progress")
    String progress(@PathVariable BenchmarkId id, Model model, HttpServletResponse response) {
        BenchmarkView benchmark = benchmarks.get(id);
        Polled.until(!benchmark.underWay(), response);
        model.addAttribute("benchmark", benchmark);
        return "benchmarks/benchmark :: progress";
    }

    @PostMapping("/{id}/deletion")
    String delete(@PathVariable BenchmarkId id, RedirectAttributes redirect) {
        benchmarks.delete(id);
        redirect.addFlashAttribute("message", "benchmark.deleted");
        return "redirect:/benchmarks/" + id;
    }

    private BenchmarkId store(BenchmarkForm form) throws IOException {
        String pairs = new String(SmallFile.bytes(Objects.requireNonNull(form.pairs())), StandardCharsets.UTF_8);
        try (InputStream archive = Objects.requireNonNull(form.archive()).getInputStream()) {
            return benchmarks.upload(form.described(), archive, pairs);
        }
    }

    private static void refuseMissingFiles(BenchmarkForm form, BindingResult problems) {
        if (BenchmarkForm.missing(form.archive())) {
            problems.rejectValue("archive", "benchmark.form.file-missing");
        }
        if (BenchmarkForm.missing(form.pairs())) {
            problems.rejectValue("pairs", "benchmark.form.file-missing");
        }
    }

    private static void reject(BindingResult problems, String field, DomainException refused) {
        problems.rejectValue(
                field,
                "problem." + refused.slug() + ".detail",
                refused.arguments().toArray(),
                refused.slug());
    }
}
