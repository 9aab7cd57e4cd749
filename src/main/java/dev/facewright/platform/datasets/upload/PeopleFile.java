package dev.facewright.platform.datasets.upload;

import dev.facewright.platform.kernel.SheetText;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/// `people.csv` at the root of an archive: `path,code,code,...` says who is on a picture of several people, from left
/// to right; a heading if one likes.
final class PeopleFile {
    static final String NAME = "people.csv";
    static final PeopleFile NONE = new PeopleFile(Map.of(), true);
    static final PeopleFile UNREADABLE = new PeopleFile(Map.of(), false);

    private final Map<String, List<String>> byPath;
    private final boolean readable;

    private PeopleFile(Map<String, List<String>> byPath, boolean readable) {
        this.byPath = byPath;
        this.readable = readable;
    }

    static PeopleFile parse(byte[] content) {
        Map<String, List<String>> byPath = new HashMap<>();
        try (var parser = CSVFormat.DEFAULT.parse(new StringReader(SheetText.of(content)))) {
            for (CSVRecord line : parser) {
                byPath.merge(line.get(0).strip(), codes(line), (first, second) -> List.of());
            }
            return new PeopleFile(byPath, true);
        } catch (IOException | UncheckedIOException | IllegalStateException noSheet) {
            return UNREADABLE;
        }
    }

    /// Whether the file was a sheet at all.
    boolean readable() {
        return readable;
    }

    boolean mentions(String path) {
        return byPath.containsKey(path);
    }

    /// Empty if the line names nobody, or there are two, or none.
    List<String> of(String path) {
        return byPath.getOrDefault(path, List.of());
    }

    private static List<String> codes(CSVRecord line) {
        return line.stream()
                .skip(1)
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .toList();
    }
}
