package dev.facewright.platform.datasets.web;

import dev.facewright.platform.datasets.DatasetEvidence;
import dev.facewright.platform.datasets.DatasetEvidence.Unproven;
import dev.facewright.platform.datasets.DatasetId;
import dev.facewright.platform.datasets.EvidencePolicy;
import dev.facewright.platform.kernel.PageView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/datasets/{id}")
@Tag(name = "Evidence", description = "What datasets ask for to prove the consents of their people")
class EvidenceApi {
    private final DatasetEvidence evidence;

    EvidenceApi(DatasetEvidence evidence) {
        this.evidence = evidence;
    }

    @GetMapping("/evidence-policy")
    @Operation(summary = "Whether the dataset asks for evidence, and if not, why")
    EvidencePolicy policy(@PathVariable DatasetId id) {
        return evidence.policy(id);
    }

    @PutMapping("/evidence-policy")
    @Operation(
            summary = "Ask for evidence, or say why not",
            description = "Holds from now on, for each sealing and each run; sealed versions keep what was said then.")
    EvidencePolicy set(@PathVariable DatasetId id, @RequestBody @Valid PolicyForm form) {
        evidence.set(id, form.policy());
        return evidence.policy(id);
    }

    @GetMapping("/unproven")
    @Operation(summary = "People in the dataset who agree to its purpose by no consent with evidence")
    PageView<Unproven> unproven(
            @PathVariable DatasetId id,
            @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size) {
        return evidence.unproven(id, page, size);
    }
}
