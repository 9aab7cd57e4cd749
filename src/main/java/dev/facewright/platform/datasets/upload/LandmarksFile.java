package dev.facewright.platform.datasets.upload;

import dev.facewright.ml.image.Landmarks5;
import dev.facewright.platform.kernel.SheetText;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/// `landmarks.csv` at the root of an archive: `path,x1,y1,x2,y2,x3,y3,x4,y4,x5,y5`, one image a line, a
/// heading if one likes.
final class LandmarksFile {
    static final String NAME = "landmarks.csv";
    static final LandmarksFile NONE = new LandmarksFile(Map.of(), true);
    static final LandmarksFile UNREADABLE = new LandmarksFile(Map.of(), false);
    private static final int COLUMNS = 11;

    private final Map<String, Optional<Landmarks5>> byPath;
    private final boolean readable;

    private LandmarksFile(Map<String, Optional<Landmarks5>> byPath, boolean readable) {
        this.byPath = byPath;
        this.readable = readable;
    }

    static LandmarksFile parse(byte[] content) {
        Map<String, Optional<Landmarks5>> byPath = new HashMap<>();
        try (var parser = CSVFormat.DEFAULT.parse(new StringReader(SheetText.of(content)))) {
            for (CSVRecord line : parser) {
                byPath.merge(line.get(0).strip(), points(line), (first, second) -> Optional.empty());
            }
            return new LandmarksFile(byPath, true);
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

    /// Empty if the line is wrong, or there are two.
    Optional<Landmarks5> of(String path) {
        return byPath.getOrDefault(path, Optional.empty());
    }

    private static Optional<Landmarks5> points(CSVRecord line) {
        if (line.size() != COLUMNS) {
            return Optional.empty();
        }
        float[] xy = new float[COLUMNS - 1];
        try {
            for (int i = 0; i < xy.length; i++) {
                xy[i] = Float.parseFloat(line.get(i + 1).strip());
            }
            return Optional.of(new Landmarks5(xy));
        } catch (IllegalArgumentException notNumbers) {
            return Optional.empty();
        }
    }
}
