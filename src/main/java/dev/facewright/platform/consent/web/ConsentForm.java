package dev.facewright.platform.consent.web;

import dev.facewright.platform.consent.ConsentMethod;
import dev.facewright.platform.consent.NewConsent;
import dev.facewright.platform.consent.NewConsent.Evidence;
import dev.facewright.platform.consent.Purpose;
import dev.facewright.platform.kernel.web.SmallFile;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.multipart.MultipartFile;

/// A consent as people type it in, with the pseudonym where a person is registered.
///
/// @param givenOn  a day in UTC
/// @param validUntil  the last day of it, in UTC
record ConsentForm(
        @Nullable String code,
        @NotEmpty @Nullable Set<Purpose> purposes,
        @NotBlank @Nullable String noticeVersion,
        @NotBlank @Nullable String noticeLanguage,
        @NotNull @Nullable ConsentMethod method,

        @NotNull @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate givenOn,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate validUntil,

        @Nullable MultipartFile evidence) {
    static ConsentForm empty(LocalDate today, String language) {
        return new ConsentForm(
                null, EnumSet.noneOf(Purpose.class), null, language, ConsentMethod.WRITTEN_FORM, today, null, null);
    }

    public boolean has(Purpose purpose) {
        return purposes != null && purposes.contains(purpose);
    }

    /// Only of a form that was validated.
    NewConsent consent() {
        return new NewConsent(
                Objects.requireNonNull(purposes),
                Objects.requireNonNull(noticeVersion).strip(),
                Objects.requireNonNull(noticeLanguage).strip(),
                Objects.requireNonNull(method),
                start(Objects.requireNonNull(givenOn)),
                validUntil == null ? null : start(validUntil.plusDays(1)),
                evidenceOrNone());
    }

    /// What `ConsentInvalid` calls by the names of `NewConsent`.
    static String field(String field) {
        return switch (field) {
            case "givenAt" -> "givenOn";
            case "expiresAt" -> "validUntil";
            default -> field;
        };
    }

    private @Nullable Evidence evidenceOrNone() {
        if (evidence == null || evidence.isEmpty()) {
            return null;
        }
        try {
            return new Evidence(SmallFile.bytes(evidence));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
