package dev.facewright.platform.sweep.web;

import dev.facewright.platform.kernel.PageView;
import dev.facewright.platform.storage.StoreFacts;
import dev.facewright.platform.sweep.SweepView;
import dev.facewright.platform.sweep.Sweeps;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/sweeps")
@Tag(name = "Sweeps", description = "Clearing away what processes that died left in the store and in the vault")
class SweepApi {
    private final Sweeps sweeps;
    private final StoreFacts facts;

    SweepApi(Sweeps sweeps, StoreFacts facts) {
        this.sweeps = sweeps;
        this.facts = facts;
    }

    @GetMapping
    @Operation(summary = "List sweeps, newest first")
    PageView<SweepView> list(
            @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
        return sweeps.list(page, size);
    }

    @GetMapping("/store")
    @Operation(
            summary = "What the bucket does by itself",
            description =
                    "Of a bucket with versions each is deleted; what a bucket's copies keep, nobody here can delete.")
    StoreFacts store() {
        return facts;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Sweep now", description = "Done by a job: it is the newest in the list once it has begun.")
    void sweep() {
        sweeps.request();
    }
}
