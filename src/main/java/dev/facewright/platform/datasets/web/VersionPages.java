package dev.facewright.platform.datasets.web;

import dev.facewright.platform.datasets.DatasetCatalog;
import dev.facewright.platform.datasets.DatasetEvidence;
import dev.facewright.platform.datasets.DatasetId;
import dev.facewright.platform.datasets.DatasetProblem.DatasetVersionNotFound;
import dev.facewright.platform.datasets.DatasetProblem.EvidenceMissing;
import dev.facewright.platform.datasets.DatasetProblem.NotEnoughToSeal;
import dev.facewright.platform.datasets.DatasetVersion;
import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.datasets.Datasets;
import dev.facewright.platform.datasets.VersionCatalog;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.core.io.InputStreamResource;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/datasets/{dataset}/versions")
class VersionPages {
    private static final int SUBJECTS = 200;

    private final Datasets datasets;
    private final DatasetCatalog catalog;
    private final VersionCatalog versions;
    private final DatasetEvidence evidence;
    private final DatasetPage page;

    VersionPages(
            Datasets datasets,
            DatasetCatalog catalog,
            VersionCatalog versions,
            DatasetEvidence evidence,
            DatasetPage page) {
        this.datasets = datasets;
        this.catalog = catalog;
        this.versions = versions;
        this.evidence = evidence;
        this.page = page;
    }

    @PostMapping
    ModelAndView seal(
            @PathVariable DatasetId dataset,
            @ModelAttribute("seal") @Valid SealForm form,
            BindingResult binding,
            Model model,
            RedirectAttributes flash) {
        if (!binding.hasErrors()) {
            try {
                DatasetVersionId id = datasets.seal(dataset, form.options());
                flash.addFlashAttribute("message", "datasets.seal.done");
                return new ModelAndView("redirect:/datasets/" + dataset + "/versions/" + id);
            } catch (NotEnoughToSeal | EvidenceMissing refused) {
                binding.reject(
                        "problem." + refused.slug() + ".detail",
                        refused.arguments().toArray(),
                        null);
            }
        }
        page.fill(model, dataset, null, 0);
        return new ModelAndView("datasets/dataset", HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/{id}")
    String version(
            @PathVariable DatasetId dataset,
            @PathVariable DatasetVersionId id,
            @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
            Model model) {
        model.addAttribute("dataset", catalog.dataset(dataset));
        DatasetVersion version = of(dataset, id);
        model.addAttribute("version", version);
        model.addAttribute("unproven", version.evidence().unproven() == 0 ? null : evidence.unproven(id));
        model.addAttribute("subjects", versions.subjects(id, page, SUBJECTS));
        return "datasets/version";
    }

    @GetMapping("/{id}/manifest")
    ResponseEntity<InputStreamResource> manifest(@PathVariable DatasetId dataset, @PathVariable DatasetVersionId id) {
        return ManifestDownload.of(id, versions.manifest(of(dataset, id).id()));
    }

    private DatasetVersion of(DatasetId dataset, DatasetVersionId id) {
        DatasetVersion version = versions.get(id);
        if (!version.dataset().equals(dataset)) {
            throw new DatasetVersionNotFound(id);
        }
        return version;
    }
}
