package dev.facewright.platform.approvals.web;

import dev.facewright.platform.approvals.Approvals;
import dev.facewright.platform.approvals.ProposalId;
import dev.facewright.platform.approvals.ProposalView;
import dev.facewright.platform.kernel.PageView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/approvals")
@Tag(name = "Approvals", description = "What takes two people: one proposes, another one decides")
class ApprovalApi {
    private final Approvals approvals;

    ApprovalApi(Approvals approvals) {
        this.approvals = approvals;
    }

    @GetMapping
    @Operation(summary = "List proposals, newest first")
    PageView<ProposalView> list(
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size) {
        return approvals.list(open, page, size);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One proposal")
    ProposalView get(@PathVariable ProposalId id) {
        return approvals.get(id);
    }

    @PostMapping("/{id}/approval")
    @Operation(
            summary = "Approve, and have it done",
            description = "Not by who proposed it, nor by an account that either of the two has made or changed.")
    ProposalView approve(@PathVariable ProposalId id, @RequestBody @Valid Approval approval) {
        return approvals.approve(id, approval.contentHash());
    }

    @PostMapping("/{id}/rejection")
    @Operation(summary = "Reject it, or take it back")
    ProposalView reject(@PathVariable ProposalId id) {
        return approvals.reject(id);
    }

    /// @param contentHash  of the proposal that was looked at
    record Approval(@NotBlank String contentHash) {}
}
