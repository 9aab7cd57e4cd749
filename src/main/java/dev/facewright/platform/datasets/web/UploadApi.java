package dev.facewright.platform.datasets.web;

import dev.facewright.platform.datasets.DatasetId;
import dev.facewright.platform.datasets.Datasets;
import dev.facewright.platform.datasets.UploadCatalog;
import dev.facewright.platform.datasets.UploadId;
import dev.facewright.platform.datasets.UploadView;
import dev.facewright.platform.datasets.UploadView.RefusalView;
import dev.facewright.platform.kernel.PageView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/datasets/{dataset}/uploads")
@Tag(name = "Uploads", description = "Archives of images, looked through by a job")
class UploadApi {
    private final Datasets datasets;
    private final UploadCatalog uploads;
    private final ReceivedFile received;

    UploadApi(Datasets datasets, UploadCatalog uploads, ReceivedFile received) {
        this.received = received;
        this.datasets = datasets;
        this.uploads = uploads;
    }

    @GetMapping
    @Operation(summary = "The latest uploads, the latest first")
    List<UploadView> list(@PathVariable DatasetId dataset) {
        return uploads.latest(dataset);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Upload a zip, tar or tar.gz of subject-code/image files",
            description =
                    "Beside the folders there may be a landmarks.csv with the lines path,x1,y1,...,x5,y5. The same"
                            + " archive sent twice adds nothing the second time.")
    ResponseEntity<UploadView> upload(@PathVariable DatasetId dataset, @RequestPart MultipartFile archive)
            throws IOException {
        UploadId id = received.with(archive, file -> datasets.upload(dataset, file));
        return ResponseEntity.created(URI.create("/api/v1/datasets/" + dataset + "/uploads/" + id))
                .body(uploads.get(dataset, id));
    }

    @GetMapping("/{id}")
    @Operation(summary = "How far an upload has come")
    UploadView get(@PathVariable DatasetId dataset, @PathVariable UploadId id) {
        return uploads.get(dataset, id);
    }

    @GetMapping("/{id}/refusals")
    @Operation(summary = "What was refused, by position in the archive: names of files are not kept")
    PageView<RefusalView> refusals(
            @PathVariable DatasetId dataset,
            @PathVariable UploadId id,
            @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int size) {
        uploads.get(dataset, id);
        return uploads.refusals(id, page, size);
    }

    @PostMapping("/{id}/stop")
    @Operation(summary = "End an upload early; what it took stays")
    UploadView stop(@PathVariable DatasetId dataset, @PathVariable UploadId id) {
        uploads.get(dataset, id);
        datasets.cancel(id);
        return uploads.get(dataset, id);
    }
}
