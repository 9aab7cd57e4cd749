package dev.facewright.platform.consent.web;

import dev.facewright.platform.consent.ConsentMethod;
import dev.facewright.platform.consent.NewConsent;
import dev.facewright.platform.consent.NewConsent.Evidence;
import dev.facewright.platform.consent.Purpose;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A consent as services send it.
@SuppressWarnings("ArrayRecordComponent") // read once
record ConsentRequest(
        @NotEmpty Set<Purpose> purposes,
        @NotBlank String noticeVersion,
        @NotBlank String noticeLanguage,
        @NotNull ConsentMethod method,
        @NotNull Instant givenAt,
        @Nullable Instant expiresAt,

        @Schema(description = "What proves it, in base64: PDF, JPEG, PNG, TIFF or an audio recording")
        byte @Nullable [] evidence) {
    NewConsent consent() {
        return new NewConsent(
                purposes,
                noticeVersion,
                noticeLanguage,
                method,
                givenAt,
                expiresAt,
                evidence == null ? null : new Evidence(evidence));
    }
}
