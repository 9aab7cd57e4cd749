package dev.facewright.platform.datasets.web;

import dev.facewright.platform.datasets.DatasetCatalog;
import dev.facewright.platform.datasets.DatasetId;
import dev.facewright.platform.datasets.Datasets;
import dev.facewright.platform.datasets.UploadCatalog;
import dev.facewright.platform.datasets.UploadId;
import dev.facewright.platform.datasets.UploadView;
import dev.facewright.platform.kernel.web.Polled;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;

@Controller
@RequestMapping("/datasets/{dataset}/uploads")
class UploadPages {
    private static final int REFUSALS = 100;

    private final Datasets datasets;
    private final DatasetCatalog catalog;
    private final UploadCatalog uploads;
    private final ReceivedFile received;

    UploadPages(Datasets datasets, DatasetCatalog catalog, UploadCatalog uploads, ReceivedFile received) {
        this.received = received;
        this.datasets = datasets;
        this.catalog = catalog;
        this.uploads = uploads;
    }

    @PostMapping
    String upload(@PathVariable DatasetId dataset, @RequestPart MultipartFile archive) throws IOException {
        UploadId id = received.with(archive, file -> datasets.upload(dataset, file));
        return "redirect:/datasets/" + dataset + "/uploads/" + id;
    }

    @GetMapping("/{id}")
    String upload(
            @PathVariable DatasetId dataset,
            @PathVariable UploadId id,
            @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
            Model model) {
        fill(dataset, id, page, model);
        return "datasets/upload";
    }

    /// Asked for again and again until the upload has ended.
    @GetMapping("/{id}/progress")
    String progress(
            @PathVariable DatasetId dataset, @PathVariable UploadId id, Model model, HttpServletResponse response) {
        Polled.until(fill(dataset, id, 0, model).status().ended(), response);
        return "datasets/upload :: progress";
    }

    @PostMapping("/{id}/stop")
    String stop(@PathVariable DatasetId dataset, @PathVariable UploadId id) {
        uploads.get(dataset, id);
        datasets.cancel(id);
        return "redirect:/datasets/" + dataset + "/uploads/" + id;
    }

    private UploadView fill(DatasetId dataset, UploadId id, int page, Model model) {
        UploadView upload = uploads.get(dataset, id);
        model.addAttribute("dataset", catalog.dataset(dataset));
        model.addAttribute("upload", upload);
        model.addAttribute("reasons", uploads.reasons(id));
        model.addAttribute("refusals", uploads.refusals(id, page, REFUSALS));
        model.addAttribute("uncounted", uploads.uncounted(id));
        return upload;
    }
}
