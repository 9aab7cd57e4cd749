package dev.facewright.platform.export.web;

import dev.facewright.platform.export.ExportBundles;
import dev.facewright.platform.export.ExportId;
import dev.facewright.platform.export.ExportView;
import dev.facewright.platform.kernel.PageView;
import dev.facewright.platform.kernel.web.Polled;
import dev.facewright.platform.models.ModelRegistry;
import dev.facewright.platform.models.ModelVersionId;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/exports")
class ExportPages {
    private static final int PAGE_SIZE = 25;

    private final ExportBundles exports;
    private final ModelRegistry models;
    private final BundleDownload download;

    ExportPages(ExportBundles exports, ModelRegistry models, BundleDownload download) {
        this.exports = exports;
        this.models = models;
        this.download = download;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page, Model view) {
        show(exports.list(page, PAGE_SIZE), view);
        return "export/exports";
    }

    @PostMapping
    String start(@RequestParam ModelVersionId model, RedirectAttributes redirect) {
        ExportId id = exports.start(model);
        redirect.addFlashAttribute("message", "export.queued");
        return "redirect:/exports/" + id;
    }

    @GetMapping("/{id}")
    String page(@PathVariable ExportId id, Model view) {
        view.addAttribute("export", exports.get(id));
        view.addAttribute("device", exports.deviceStatus(id).orElse(null));
        return "export/export";
    }

    /// While the export runs its page asks for this.
    @GetMapping("/{id}/progress")
    String progress(@PathVariable ExportId id, Model view, HttpServletResponse response) {
        ExportView export = exports.get(id);
        Polled.until(!export.underWay(), response);
        view.addAttribute("export", export);
        return "export/export :: progress";
    }

    @GetMapping("/{id}/bundle")
    ResponseEntity<Resource> bundle(@PathVariable ExportId id) {
        return download.of(id);
    }

    @PostMapping("/{id}/cancellation")
    String cancel(@PathVariable ExportId id, RedirectAttributes redirect) {
        exports.cancel(id);
        redirect.addFlashAttribute("message", "export.cancelling");
        return "redirect:/exports/" + id;
    }

    /// What the page of a model shows of its exports.
    @GetMapping("/of-model/{id}")
    String ofModel(
            @PathVariable ModelVersionId id,
            @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
            Model view) {
        view.addAttribute("model", models.get(id));
        show(exports.ofModel(id, page, PAGE_SIZE), view);
        return "export/of-model :: exports";
    }

    private void show(PageView<ExportView> page, Model view) {
        view.addAttribute("exports", page);
        view.addAttribute("devices", exports.deviceStates(page.items()));
    }
}
