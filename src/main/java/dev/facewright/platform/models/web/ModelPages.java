package dev.facewright.platform.models.web;

import dev.facewright.platform.kernel.PageView;
import dev.facewright.platform.models.ModelRegistry;
import dev.facewright.platform.models.ModelVersion;
import dev.facewright.platform.models.ModelVersionId;
import dev.facewright.platform.models.web.ModelApi.QuarantineReason;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
@RequestMapping("/models")
class ModelPages {
    private static final int PAGE_SIZE = 20;

    private final ModelRegistry models;
    private final LineageViews lineages;

    ModelPages(ModelRegistry models, LineageViews lineages) {
        this.models = models;
        this.lineages = lineages;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page, Model view) {
        PageView<ModelVersion> found = models.list(page, PAGE_SIZE);
        view.addAttribute("models", found);
        view.addAttribute(
                "accuracies", found.items().stream().collect(Collectors.toMap(ModelVersion::id, Figure::accuracies)));
        return "models/list";
    }

    @GetMapping("/{id}")
    String show(
            @PathVariable ModelVersionId id,
            @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
            Model view) {
        LineageView lineage = lineages.of(id, page, PAGE_SIZE);
        view.addAttribute("model", lineage.model());
        view.addAttribute("held", !lineage.model().usable() && models.held(id));
        view.addAttribute("figures", Figure.byProtocol(lineage.model()));
        view.addAttribute("lineage", lineage);
        view.addAttribute(
                "descendants", new PageView<>(lineage.descendants(), page, PAGE_SIZE, lineage.descendantCount()));
        view.addAttribute("reasons", QuarantineReason.values());
        return "models/model";
    }

    @PostMapping("/{id}/quarantine")
    String quarantine(
            @PathVariable ModelVersionId id, @RequestParam QuarantineReason reason, RedirectAttributes redirect) {
        models.quarantine(id, reason.slug());
        redirect.addFlashAttribute("message", "models.quarantine.done");
        return "redirect:/models/" + id;
    }
}
