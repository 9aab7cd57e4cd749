package dev.facewright.platform.consent.web;

import dev.facewright.platform.consent.ConsentId;
import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.consent.ConsentView;
import dev.facewright.platform.consent.NewConsent.Evidence;
import dev.facewright.platform.consent.NewSubject;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.consent.SubjectStatus;
import dev.facewright.platform.consent.SubjectView;
import dev.facewright.platform.consent.Subjects;
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
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/subjects")
@Tag(name = "Subjects", description = "People by pseudonym, and the consents they gave and withdrew")
class SubjectApi {
    private final Subjects subjects;
    private final ConsentLedger ledger;

    SubjectApi(Subjects subjects, ConsentLedger ledger) {
        this.subjects = subjects;
        this.ledger = ledger;
    }

    @GetMapping
    @Operation(summary = "List subjects, the latest registered first")
    PageView<SubjectView> list(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(required = false) @Nullable SubjectStatus status,
            @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size) {
        return subjects.search(code, status, page, size);
    }

    @PostMapping
    @Operation(summary = "Register a subject together with a consent")
    ResponseEntity<SubjectView> register(@RequestBody @Valid SubjectRequest request) {
        SubjectId id =
                ledger.register(new NewSubject(request.code(), request.consent().consent()));
        return ResponseEntity.created(URI.create("/api/v1/subjects/" + id)).body(subjects.get(id));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One subject with all its consents")
    SubjectView get(@PathVariable SubjectId id) {
        return subjects.get(id);
    }

    @GetMapping("/{id}/consents")
    @Operation(summary = "The consents of a subject, the earliest first")
    List<ConsentView> consents(@PathVariable SubjectId id) {
        return subjects.get(id).consents();
    }

    @PostMapping("/{id}/consents")
    @Operation(summary = "Record a further consent")
    ResponseEntity<ConsentView> grant(@PathVariable SubjectId id, @RequestBody @Valid ConsentRequest request) {
        ConsentId consent = ledger.grant(id, request.consent());
        return ResponseEntity.created(URI.create("/api/v1/subjects/" + id + "/consents/" + consent))
                .body(subjects.consent(id, consent));
    }

    @GetMapping("/{id}/consents/{consent}")
    @Operation(summary = "One consent")
    ConsentView consent(@PathVariable SubjectId id, @PathVariable ConsentId consent) {
        return subjects.consent(id, consent);
    }

    @GetMapping("/{id}/consents/{consent}/evidence")
    @Operation(summary = "What proves a consent, as it was handed in")
    ResponseEntity<byte[]> evidence(@PathVariable SubjectId id, @PathVariable ConsentId consent) {
        return EvidenceDownload.of(consent, subjects.evidence(id, consent));
    }

    @PostMapping(path = "/{id}/consents/{consent}/evidence", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Hand in what proves a consent",
            description =
                    "For a consent that was recorded without, as by an import. Once: what is there is not replaced.")
    ResponseEntity<ConsentView> prove(
            @PathVariable SubjectId id, @PathVariable ConsentId consent, @RequestPart MultipartFile evidence)
            throws IOException {
        ledger.prove(id, consent, new Evidence(SmallFile.bytes(evidence)));
        return ResponseEntity.created(URI.create("/api/v1/subjects/" + id + "/consents/" + consent + "/evidence"))
                .body(subjects.consent(id, consent));
    }

    @PostMapping("/{id}/consents/{consent}/withdrawal")
    @Operation(
            summary = "Withdraw a consent",
            description =
                    "Images are out of sight at once; sealed versions with them are revoked, runs on these stop and"
                            + " models trained on them are quarantined. Without any consent left the subject is erased.")
    ConsentView withdraw(
            @PathVariable SubjectId id, @PathVariable ConsentId consent, @RequestBody @Valid Withdrawal withdrawal) {
        ledger.withdraw(id, consent, withdrawal.reason());
        return subjects.consent(id, consent);
    }

    /// @param reason  see `WithdrawalReason`
    record Withdrawal(
            @Schema(allowableValues = {"subject-request", "guardian-request", "recorded-in-error", "project-ended"})
            @NotBlank
            String reason) {}

    /// A subject as services send it; there is none without a consent.
    record SubjectRequest(
            @Schema(description = "A pseudonym, never a name", example = "p-0017") @NotBlank
            String code,

            @NotNull @Valid ConsentRequest consent) {}
}
