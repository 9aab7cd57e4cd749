package dev.facewright.platform.datasets.web;

import dev.facewright.platform.datasets.DatasetVersion;
import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.datasets.VersionCatalog;
import dev.facewright.platform.datasets.VersionCatalog.VersionSubjectView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/dataset-versions/{id}")
@Tag(name = "Dataset versions", description = "What was sealed, and whether it may still be used")
class VersionApi {
    private final VersionCatalog versions;

    VersionApi(VersionCatalog versions) {
        this.versions = versions;
    }

    @GetMapping
    @Operation(summary = "One sealed version")
    DatasetVersion get(@PathVariable DatasetVersionId id) {
        return versions.get(id);
    }

    @GetMapping("/subjects")
    @Operation(
            summary = "Who is in it, in the order of the labels a network learns",
            description = "In pages: the version's own `subjectCount` says how many there are, and after the last an"
                    + " empty page comes. The manifest has all of them at once.")
    List<VersionSubjectView> subjects(
            @PathVariable DatasetVersionId id,
            @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
            @RequestParam(defaultValue = "1000") @Min(1) @Max(1000) int size) {
        return versions.subjects(id, page, size).items();
    }

    @GetMapping("/manifest")
    @Operation(summary = "The manifest: the very bytes whose SHA-256 is the version's manifestHash")
    ResponseEntity<InputStreamResource> manifest(@PathVariable DatasetVersionId id) {
        return ManifestDownload.of(id, versions.manifest(id));
    }
}
