package dev.facewright.platform.export.web;

import dev.facewright.platform.export.ExportBundles;
import dev.facewright.platform.export.ExportId;
import dev.facewright.platform.export.ExportView;
import dev.facewright.platform.kernel.PageView;
import dev.facewright.platform.models.ModelVersionId;
import dev.facewright.platform.statuslist.StatusLists.BundleStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/exports")
@Tag(name = "Exports", description = "Deployment bundles of model versions")
class ExportApi {
    private final ExportBundles exports;
    private final BundleDownload download;

    ExportApi(ExportBundles exports, BundleDownload download) {
        this.exports = exports;
        this.download = download;
    }

    record StartExport(@NotNull ModelVersionId model) {}

    @PostMapping
    @Operation(summary = "Make a bundle of a model", description = "Done by a job: follow `status` until it has ended.")
    ResponseEntity<ExportView> start(@Valid @RequestBody StartExport body) {
        ExportId id = exports.start(body.model());
        return ResponseEntity.created(URI.create("/api/v1/exports/" + id)).body(exports.get(id));
    }

    @GetMapping
    @Operation(summary = "List exports, newest first", description = "With `model`, those of that model version.")
    PageView<ExportView> list(
            @RequestParam(required = false) @Nullable ModelVersionId model,
            @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
        return model == null ? exports.list(page, size) : exports.ofModel(model, page, size);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Look at an export")
    ExportView get(@PathVariable ExportId id) {
        return exports.get(id);
    }

    @GetMapping("/{id}/status")
    @Operation(
            summary = "What devices that have the bundle are told",
            description =
                    "`state` is that of the signed list under `url`, which needs no token and has the bundle as `id`.")
    @ApiResponse(responseCode = "204", description = "There is no bundle, so there is nothing to tell")
    ResponseEntity<BundleStatus> status(@PathVariable ExportId id) {
        return exports.deviceStatus(id)
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @GetMapping("/{id}/bundle")
    @Operation(summary = "Download the bundle")
    @ApiResponse(responseCode = "200", description = "The zip; its SHA-256 is the entity tag")
    @ApiResponse(responseCode = "409", description = "Its model was quarantined (bundle-withdrawn), or it is not ready")
    ResponseEntity<Resource> bundle(@PathVariable ExportId id) {
        return download.of(id);
    }

    @PostMapping("/{id}/cancellation")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Cancel an export", description = "One that has ended stays as it is.")
    ExportView cancel(@PathVariable ExportId id) {
        exports.cancel(id);
        return exports.get(id);
    }
}
