package dev.facewright.platform.datasets.web;

import dev.facewright.platform.datasets.DatasetVersion;
import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.datasets.VersionCatalog;
import dev.facewright.platform.datasets.VersionSubjectView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
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
    @Operation(summary = "Who is in it, in the order of the labels a network learns")
    List<VersionSubjectView> subjects(@PathVariable DatasetVersionId id) {
        return versions.subjects(id);
    }

    @GetMapping("/manifest")
    @Operation(summary = "The manifest: the very bytes whose SHA-256 is the version's manifestHash")
    ResponseEntity<byte[]> manifest(@PathVariable DatasetVersionId id) {
        return ManifestDownload.of(id, versions.manifest(id));
    }
}
