package dev.facewright.platform.datasets.web;

import dev.facewright.platform.datasets.DatasetCatalog;
import dev.facewright.platform.datasets.DatasetContents.DatasetSummary;
import dev.facewright.platform.datasets.DatasetContents.SubjectCoverage;
import dev.facewright.platform.datasets.DatasetId;
import dev.facewright.platform.datasets.DatasetVersion;
import dev.facewright.platform.datasets.Datasets;
import dev.facewright.platform.datasets.VersionCatalog;
import dev.facewright.platform.kernel.PageView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/datasets")
@Tag(name = "Datasets", description = "Images of people who consented, collected for one purpose")
class DatasetApi {
    private final Datasets datasets;
    private final DatasetCatalog catalog;
    private final VersionCatalog versions;

    DatasetApi(Datasets datasets, DatasetCatalog catalog, VersionCatalog versions) {
        this.datasets = datasets;
        this.catalog = catalog;
        this.versions = versions;
    }

    @GetMapping
    @Operation(summary = "List datasets, the latest first")
    PageView<DatasetSummary> list(
            @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size) {
        return catalog.list(page, size);
    }

    @PostMapping
    @Operation(summary = "Create a dataset")
    ResponseEntity<DatasetSummary> create(@RequestBody @Valid NewDataset wanted) {
        DatasetId id = datasets.create(wanted.name(), wanted.purpose(), wanted.descriptionOrEmpty(), wanted.detects());
        return ResponseEntity.created(URI.create("/api/v1/datasets/" + id)).body(catalog.get(id));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One dataset and how much is in it of people who consent now")
    DatasetSummary get(@PathVariable DatasetId id) {
        return catalog.get(id);
    }

    @GetMapping("/{id}/coverage")
    @Operation(
            summary = "Images per subject, the best covered first",
            description = "In pages: the dataset's own `subjects` says how many there are, and after the last an empty"
                    + " page comes.")
    List<SubjectCoverage> coverage(
            @PathVariable DatasetId id,
            @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
            @RequestParam(defaultValue = "1000") @Min(1) @Max(1000) int size) {
        return catalog.coverage(id, page, size);
    }

    @GetMapping("/{id}/versions")
    @Operation(
            summary = "Sealed versions, the latest first",
            description = "In pages: the dataset's own `versions` says how many there are, and after the last an empty"
                    + " page comes.")
    List<DatasetVersion> versions(
            @PathVariable DatasetId id,
            @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
            @RequestParam(defaultValue = "200") @Min(1) @Max(200) int size) {
        return versions.of(id, page, size);
    }

    @PostMapping("/{id}/versions")
    @Operation(
            summary = "Seal a version",
            description =
                    "Fixes the images of everyone who consents now and has at least two of them, in a manifest that"
                            + " never changes. Where the dataset asks for evidence and someone's consent has none, nothing is"
                            + " sealed unless leaveOutUnproven is true, which leaves them out.")
    ResponseEntity<DatasetVersion> seal(@PathVariable DatasetId id, @RequestBody @Valid SealForm form) {
        DatasetVersion version = datasets.version(datasets.seal(id, form.options()));
        return ResponseEntity.created(URI.create("/api/v1/dataset-versions/" + version.id()))
                .body(version);
    }
}
