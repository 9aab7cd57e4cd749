package dev.facewright.platform.erasure.web;

import dev.facewright.platform.approvals.ProposalView;
import dev.facewright.platform.consent.ConsentId;
import dev.facewright.platform.consent.EvidenceProofs;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.consent.WithdrawalReason;
import dev.facewright.platform.erasure.ErasureView;
import dev.facewright.platform.erasure.Erasures;
import dev.facewright.platform.kernel.PageView;
import dev.facewright.platform.kernel.web.SmallFile;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/erasures")
@Tag(name = "Erasures", description = "How far the erasure of a person is, and the certificate of it")
class ErasureApi {
    private final Erasures erasures;
    private final EvidenceProofs evidence;

    ErasureApi(Erasures erasures, EvidenceProofs evidence) {
        this.evidence = evidence;
        this.erasures = erasures;
    }

    @GetMapping
    @Operation(summary = "List erasures, newest first")
    PageView<ErasureView> list(
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size) {
        return erasures.list(open, page, size);
    }

    @PostMapping
    @Operation(
            summary = "Propose to erase somebody who still agrees to something",
            description = "Somebody else has to approve. Without any consent left people are erased by themselves.")
    ResponseEntity<ProposalView> propose(@RequestBody @Valid NewErasure wanted) {
        ProposalView proposal = erasures.propose(wanted.subject(), WithdrawalReason.ofCode(wanted.reason()));
        return ResponseEntity.created(URI.create("/api/v1/approvals/" + proposal.id()))
                .body(proposal);
    }

    @GetMapping("/{subject}")
    @Operation(summary = "How far the erasure of a subject is")
    ErasureView get(@PathVariable SubjectId subject) {
        return erasures.get(subject);
    }

    @GetMapping("/{subject}/certificate")
    @Operation(summary = "The signed certificate, a DSSE envelope")
    ResponseEntity<String> certificate(@PathVariable SubjectId subject) {
        return CertificateDownload.of(erasures.envelope(subject));
    }

    @PostMapping("/{subject}/consents/{consent}/evidence-check")
    @Operation(
            summary = "Whether a file is the evidence that was erased",
            description = "Of a consent by its id. A keyed hash stays of evidence; its key ends on a stated day.")
    EvidenceProofs.Checked checkEvidence(
            @PathVariable SubjectId subject, @PathVariable ConsentId consent, @RequestParam MultipartFile file)
            throws IOException {
        erasures.get(subject);
        return evidence.check(consent, SmallFile.bytes(file));
    }

    record NewErasure(
            @NotNull SubjectId subject,

            @Schema(allowableValues = {"subject-request", "guardian-request", "recorded-in-error", "project-ended"})
            @NotBlank
            String reason) {}
}
