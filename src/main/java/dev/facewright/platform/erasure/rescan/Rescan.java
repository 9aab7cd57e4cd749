package dev.facewright.platform.erasure.rescan;

import dev.facewright.platform.consent.KeptTraces;
import dev.facewright.platform.consent.KeptTraces.Kept;
import dev.facewright.platform.consent.Mark;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.erasure.rescan.Needles.Needle;
import dev.facewright.platform.storage.StoreAttic;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// One look everywhere, for everybody who waits for it.
@Component
public class Rescan {
    private static final String STATISTICS = " (pg_stats)";

    private final TableScan tables;
    private final StoreAttic store;
    private final FileScan files;
    private final Map<String, List<Kept>> kept;
    private final Clock clock;

    Rescan(TableScan tables, StoreAttic store, FileScan files, List<KeptTraces> kept, Clock clock) {
        this.tables = tables;
        this.store = store;
        this.files = files;
        this.kept = kept.stream().flatMap(each -> each.kept().stream()).collect(Collectors.groupingBy(Kept::column));
        this.clock = clock;
    }

    /// What was looked through and what was found.
    ///
    /// @param rows  of all tables
    /// @param files  temporary ones of this server
    public record Report(
            Instant from,
            Instant to,
            int tables,
            long rows,
            long objects,
            long files,
            Map<SubjectId, Findings> found) {}

    /// Whether the pseudonym among them is one whose finding would tell anything.
    public static boolean looksForCode(Collection<Mark> marks) {
        return marks.stream().filter(mark -> mark.kind() == Mark.Kind.CODE).anyMatch(Needles::telling);
    }

    public Report look(Map<SubjectId, ? extends Collection<Mark>> marks) {
        Instant from = clock.instant();
        Map<SubjectId, Findings> found = new HashMap<>();
        marks.keySet().forEach(subject -> found.put(subject, new Findings()));
        Needles needles = new Needles(marks);
        var looked = tables.read((column, row, start, end) ->
                new Tokens(needles, needle -> judge(found, needle, column)).read(row, start, end));
        long objects = objects(needles, found);
        long inFiles = files.read(needles, (needle, file) -> tell(found, needle, "file " + file));
        return new Report(from, clock.instant(), looked.tables(), looked.rows(), objects, inFiles, found);
    }

    private void judge(Map<SubjectId, Findings> found, Needle needle, String place) {
        String column = place.endsWith(STATISTICS) ? place.substring(0, place.length() - STATISTICS.length()) : place;
        kept.getOrDefault(column, List.of()).stream()
                .filter(rule -> rule.kind() == needle.kind())
                .findFirst()
                .ifPresentOrElse(rule -> of(found, needle).explain(place, rule), () -> tell(found, needle, place));
    }

    /// All there are, of every version, and whatever was to become one, by name. What they hold is encrypted; under
    /// whose key, the name says.
    private long objects(Needles needles, Map<SubjectId, Findings> found) {
        long count = 0;
        try (var all = store.names();
                var parts = store.unfinished()) {
            for (var each = all.iterator(); each.hasNext(); count++) {
                name(needles, found, "object ", each.next().name());
            }
            for (var each = parts.iterator(); each.hasNext(); count++) {
                name(needles, found, "upload in parts of ", each.next().name());
            }
        }
        return count;
    }

    private static void name(Needles needles, Map<SubjectId, Findings> found, String what, String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        new Tokens(needles, needle -> tell(found, needle, what + name)).read(bytes, 0, bytes.length);
    }

    private static void tell(Map<SubjectId, Findings> found, Needle needle, String place) {
        of(found, needle).tell(place + ": " + needle.kind());
    }

    private static Findings of(Map<SubjectId, Findings> found, Needle needle) {
        return Objects.requireNonNull(found.get(needle.subject()));
    }
}
