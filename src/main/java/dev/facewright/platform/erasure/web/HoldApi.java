package dev.facewright.platform.erasure.web;

import dev.facewright.platform.approvals.ProposalView;
import dev.facewright.platform.erasure.HoldId;
import dev.facewright.platform.erasure.HoldObject;
import dev.facewright.platform.erasure.HoldReason;
import dev.facewright.platform.erasure.HoldView;
import dev.facewright.platform.erasure.LegalHolds;
import dev.facewright.platform.kernel.PageView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/holds")
@Tag(name = "Legal holds", description = "What must not be destroyed for the time being: one person places, two lift")
class HoldApi {
    private final LegalHolds holds;

    HoldApi(LegalHolds holds) {
        this.holds = holds;
    }

    @GetMapping
    @Operation(summary = "List holds, those that stand first")
    PageView<HoldView> list(
            @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size) {
        return holds.list(page, size);
    }

    @PostMapping
    @Operation(summary = "Place a hold", description = "It keeps bytes and opens nothing; it does not end by itself.")
    ResponseEntity<HoldView> place(@RequestBody @Valid NewHold wanted) {
        HoldId id = holds.place(wanted.on(), wanted.reason(), wanted.reviewOn());
        return ResponseEntity.created(URI.create("/api/v1/holds/" + id)).body(holds.get(id));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One hold")
    HoldView get(@PathVariable HoldId id) {
        return holds.get(id);
    }

    @PostMapping("/{id}/lifting")
    @Operation(summary = "Propose to lift it; somebody else has to approve")
    ResponseEntity<ProposalView> lift(@PathVariable HoldId id) {
        ProposalView proposal = holds.proposeLifting(id);
        return ResponseEntity.created(URI.create("/api/v1/approvals/" + proposal.id()))
                .body(proposal);
    }

    /// @param object  left out for everything
    record NewHold(
            @NotNull HoldObject.Kind kind,
            @Nullable UUID object,
            @NotNull HoldReason reason,
            @NotNull LocalDate reviewOn) {
        HoldObject on() {
            return HoldForm.object(kind, object);
        }
    }
}
