package dev.facewright.platform.datasets.web;

import dev.facewright.platform.datasets.DatasetCatalog;
import dev.facewright.platform.datasets.DatasetEvidence;
import dev.facewright.platform.datasets.DatasetId;
import dev.facewright.platform.datasets.EvidencePolicy.EvidenceWaiver;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/datasets/{id}/evidence")
class EvidencePages {
    private static final int SIZE = 100;

    private final DatasetCatalog catalog;
    private final DatasetEvidence evidence;

    EvidencePages(DatasetCatalog catalog, DatasetEvidence evidence) {
        this.catalog = catalog;
        this.evidence = evidence;
    }

    @GetMapping
    String show(
            @PathVariable DatasetId id,
            @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
            Model model) {
        model.addAttribute("form", PolicyForm.of(evidence.policy(id)));
        fill(id, page, model);
        return "datasets/evidence";
    }

    @PostMapping
    ModelAndView set(
            @PathVariable DatasetId id,
            @ModelAttribute("form") @Valid PolicyForm form,
            BindingResult binding,
            Model model,
            RedirectAttributes flash) {
        if (!binding.hasErrors()) {
            evidence.set(id, form.policy());
            flash.addFlashAttribute("message", "datasets.evidence.done");
            return new ModelAndView("redirect:/datasets/" + id + "/evidence");
        }
        fill(id, 0, model);
        return new ModelAndView("datasets/evidence", HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private void fill(DatasetId id, int page, Model model) {
        model.addAttribute("dataset", catalog.dataset(id));
        model.addAttribute("policy", evidence.policy(id));
        model.addAttribute("waivers", List.of(EvidenceWaiver.values()));
        model.addAttribute("people", evidence.unproven(id, page, SIZE));
    }
}
