package dev.facewright.platform.datasets.web;

import dev.facewright.platform.consent.Purpose;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.DatasetCatalog;
import dev.facewright.platform.datasets.DatasetId;
import dev.facewright.platform.datasets.DatasetProblem.DatasetNameTaken;
import dev.facewright.platform.datasets.Datasets;
import dev.facewright.platform.datasets.ImageCatalog;
import dev.facewright.platform.datasets.ImageId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
@RequestMapping("/datasets")
class DatasetPages {
    private static final int SIZE = 50;

    private final Datasets datasets;
    private final DatasetCatalog catalog;
    private final ImageCatalog images;
    private final DatasetPage page;

    DatasetPages(Datasets datasets, DatasetCatalog catalog, ImageCatalog images, DatasetPage page) {
        this.datasets = datasets;
        this.catalog = catalog;
        this.images = images;
        this.page = page;
    }

    @ModelAttribute("purposes")
    List<Purpose> purposes() {
        return List.of(Purpose.values());
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page, Model model) {
        model.addAttribute("view", catalog.list(page, SIZE));
        return "datasets/datasets";
    }

    @GetMapping("/new")
    String createForm(Model model) {
        model.addAttribute("form", DatasetForm.EMPTY);
        return "datasets/new";
    }

    @PostMapping
    ModelAndView create(
            @ModelAttribute("form") @Valid DatasetForm form, BindingResult binding, RedirectAttributes flash) {
        if (!binding.hasErrors()) {
            try {
                DatasetId id = create(form);
                flash.addFlashAttribute("message", "datasets.new.done");
                return new ModelAndView("redirect:/datasets/" + id);
            } catch (DatasetNameTaken taken) {
                binding.rejectValue("name", "problem.dataset-name-taken");
            }
        }
        return new ModelAndView("datasets/new", HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private DatasetId create(DatasetForm form) {
        return datasets.create(
                Objects.requireNonNull(form.name()),
                Objects.requireNonNull(form.purpose()),
                form.description() == null ? "" : form.description(),
                Boolean.TRUE.equals(form.alwaysDetect()));
    }

    @GetMapping("/{id}")
    String dataset(
            @PathVariable DatasetId id,
            @RequestParam(required = false) @Nullable SubjectId subject,
            @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
            Model model) {
        this.page.fill(model, id, subject, page);
        model.addAttribute("seal", SealForm.DEFAULT);
        return "datasets/dataset";
    }

    /// A thumbnail: fetched, decrypted and sent only after asking for the consent.
    @GetMapping("/{id}/images/{image}/crop")
    ResponseEntity<byte[]> crop(@PathVariable DatasetId id, @PathVariable ImageId image) {
        return Picture.of(images.crop(id, image));
    }
}
