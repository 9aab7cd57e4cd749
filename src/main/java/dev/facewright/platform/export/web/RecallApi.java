package dev.facewright.platform.export.web;

import dev.facewright.platform.export.BundleRecalls;
import dev.facewright.platform.export.BundleRecalls.Recalled;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/exports/recalls")
@Tag(name = "Exports")
class RecallApi {
    private final BundleRecalls recalls;

    RecallApi(BundleRecalls recalls) {
        this.recalls = recalls;
    }

    @GetMapping
    @Operation(
            summary = "Bundles you took and have to destroy",
            description = "Somebody whose images a model in them learnt from was erased. Asking counts as being told.")
    List<Recalled> ofMine() {
        return recalls.ofMine();
    }
}
