package dev.facewright.platform.erasure.web;

import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.erasure.Erasures;
import dev.facewright.platform.erasure.Erasures.Receipt;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/subjects/{id}/receipt")
@Tag(name = "Subjects")
class ReceiptApi {
    private final Erasures erasures;

    ReceiptApi(Erasures erasures) {
        this.erasures = erasures;
    }

    @GetMapping
    @Operation(
            summary = "What a person is given to keep",
            description =
                    "With code and secret they can tell, once erased, which certificate is theirs. It is audited.")
    Receipt receipt(@PathVariable SubjectId id) {
        return erasures.receipt(id);
    }
}
