package dev.facewright.platform.models.web;

import dev.facewright.platform.models.ModelRegistry;
import dev.facewright.platform.models.ModelVersionId;
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
    String list(@RequestParam(defaultValue = "0") int page, Model view) {
        view.addAttribute("models", models.list(Math.max(0, page), PAGE_SIZE));
        return "models/list";
    }

    @GetMapping("/{id}")
    String show(@PathVariable ModelVersionId id, Model view) {
        LineageView lineage = lineages.of(id);
        view.addAttribute("model", lineage.model());
        view.addAttribute("lineage", lineage);
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
