package dev.facewright.platform.consent;

import dev.facewright.platform.consent.ConsentProblem.ConsentInvalid;
import dev.facewright.platform.consent.SubjectImport.ImportProblem;
import dev.facewright.platform.kernel.SheetText;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// A sheet of subjects and their consents in CSV, UTF-8, with the heading
/// `code,purposes,notice_version,notice_language,method,given_at,expires_at`.
final class SubjectSheet {
    static final List<String> HEADING =
            List.of("code", "purposes", "notice_version", "notice_language", "method", "given_at", "expires_at");
    static final String WHOLE_LINE = "line";
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .setIgnoreEmptyLines(true)
            .get();

    private final Instant now;
    private final List<NewSubject> subjects = new ArrayList<>();
    private final List<ImportProblem> problems = new ArrayList<>();
    private final Map<Integer, String> lines = new LinkedHashMap<>();
    private final Set<String> codes = new HashSet<>();

    private SubjectSheet(Instant now) {
        this.now = now;
    }

    /// Reads all of it; what is wrong is in `problems`.
    static SubjectSheet parse(byte[] content, Clock clock) {
        SubjectSheet sheet = new SubjectSheet(clock.instant());
        try (CSVParser parser = FORMAT.parse(new StringReader(SheetText.of(content)))) {
            if (parser.getHeaderNames().equals(HEADING)) {
                parser.forEach(line -> sheet.add(line, (int) parser.getCurrentLineNumber()));
            } else {
                sheet.problem(1, WHOLE_LINE, "heading");
            }
        } catch (CharacterCodingException notText) {
            sheet.problem(1, WHOLE_LINE, "encoding");
        } catch (IOException | UncheckedIOException | IllegalStateException | IllegalArgumentException damaged) {
            sheet.problem(1, WHOLE_LINE, "unreadable");
        }
        return sheet;
    }

    List<NewSubject> subjects() {
        return subjects;
    }

    /// Line numbers and the codes they hold.
    Map<Integer, String> lines() {
        return lines;
    }

    List<ImportProblem> problems() {
        return problems;
    }

    private void add(CSVRecord line, int number) {
        if (!line.isConsistent()) {
            problem(number, WHOLE_LINE, "columns");
            return;
        }
        int before = problems.size();
        SubjectLine read = new SubjectLine(line, (column, key) -> problems.add(new ImportProblem(number, column, key)));
        NewSubject subject = read.subject();
        if (subject != null && problems.size() == before && holds(subject, number)) {
            subjects.add(subject);
        }
    }

    private boolean holds(NewSubject subject, int number) {
        try {
            ConsentRules.checkCode(subject.code());
            ConsentRules.check(subject.consent(), now);
        } catch (ConsentInvalid invalid) {
            problems.add(new ImportProblem(number, SubjectLine.column(invalid.field()), invalid.messageKey()));
            return false;
        }
        if (!codes.add(subject.code())) {
            problem(number, "code", "twice");
            return false;
        }
        lines.put(number, subject.code());
        return true;
    }

    private void problem(int line, String column, String rule) {
        problems.add(new ImportProblem(line, column, "consent.import.problem." + rule));
    }
}
