package dev.facewright.platform.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/// One line of a `SubjectSheet`.
final class SubjectLine {
    private final CSVRecord line;
    private final BiConsumer<String, String> problems;

    /// @param problems  told the column and the message key of whatever cannot be read
    SubjectLine(CSVRecord line, BiConsumer<String, String> problems) {
        this.line = line;
        this.problems = problems;
    }

    /// Null if something could not be read.
    @Nullable
    NewSubject subject() {
        Set<Purpose> purposes = purposes();
        ConsentMethod method = one(ConsentMethod.class, "method", line.get("method"));
        Instant givenAt = time("given_at");
        Instant expiresAt = line.get("expires_at").isEmpty() ? null : time("expires_at");
        if (method == null || givenAt == null) {
            return null;
        }
        return new NewSubject(
                line.get("code"),
                new NewConsent(
                        purposes,
                        line.get("notice_version"),
                        line.get("notice_language"),
                        method,
                        givenAt,
                        expiresAt,
                        null));
    }

    /// The heading of what `NewConsent` calls by another name.
    static String column(String field) {
        return field.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private Set<Purpose> purposes() {
        Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);
        for (String word : line.get("purposes").split("[\\s;|]+")) {
            Purpose purpose = word.isEmpty() ? null : one(Purpose.class, "purposes", word);
            if (purpose != null) {
                purposes.add(purpose);
            }
        }
        return purposes;
    }

    private <E extends Enum<E>> @Nullable E one(Class<E> type, String column, String word) {
        try {
            return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            problems.accept(column, "consent.import.problem." + column);
            return null;
        }
    }

    /// A date means its first moment in UTC.
    private @Nullable Instant time(String column) {
        String text = line.get(column);
        try {
            return text.indexOf('T') < 0
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeParseException notATime) {
            problems.accept(column, "consent.import.problem.time");
            return null;
        }
    }
}
