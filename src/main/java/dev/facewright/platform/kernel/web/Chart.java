package dev.facewright.platform.kernel.web;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A chart, as a table of numbers: the fragment `chart` writes that table, which whoever sees no picture reads, and
/// `chart.js` draws what stands in it. So there is one set of numbers, and none of them is text in a picture.
///
/// @param series  keys of the texts of what is drawn, one curve or one kind of bar each
/// @param points  from left to right
public record Chart(Kind kind, Axis across, Axis up, List<String> series, List<Point> points, List<Mark> marks) {
    private static final MathContext DIGITS = new MathContext(6);

    /// `BARS` have names; the bars of a `HISTOGRAM` stand side by side from one number to the next.
    public enum Kind {
        LINE,
        SCATTER,
        BARS,
        HISTOGRAM
    }

    public enum Scale {
        LINEAR,
        LOG
    }

    /// How numbers are written beside the picture: as they are, or a share in per cent.
    public enum Unit {
        NUMBER,
        SHARE
    }

    /// @param words  the key of its text
    /// @param least  where it begins; null: at the least value
    public record Axis(
            String words,
            Scale scale,
            Unit unit,
            @Nullable Double least,
            @Nullable Double most) {
        public static Axis of(String words) {
            return new Axis(words, Scale.LINEAR, Unit.NUMBER, null, null);
        }

        public Axis log() {
            return new Axis(words, Scale.LOG, unit, least, most);
        }

        public Axis shares() {
            return new Axis(words, scale, Unit.SHARE, least, most);
        }

        public Axis from(double lowest, double highest) {
            return new Axis(words, scale, unit, lowest, highest);
        }
    }

    /// @param at  a number, or the name of a bar
    /// @param values  one of each series
    public record Point(String at, List<String> values) {
        public static Point of(double at, Double... values) {
            return named(text(at), values);
        }

        public static Point named(String name, Double... values) {
            return new Point(name, Arrays.stream(values).map(Chart::text).toList());
        }
    }

    /// A line from top to bottom.
    public record Mark(String words, double at) {}

    public Chart {
        series = List.copyOf(series);
        points = List.copyOf(points);
        marks = List.copyOf(marks);
    }

    public static Chart of(Kind kind, Axis across, Axis up, List<Point> points) {
        return new Chart(kind, across, up, List.of(up.words()), points, List.of());
    }

    public Chart with(List<String> names, Mark... lines) {
        return new Chart(kind, across, up, names, points, List.of(lines));
    }

    /// Of the table: keys of texts, with the class of numbers.
    public List<String> columns() {
        return Stream.concat(Stream.of(across.words()), series.stream().map(name -> name + " right"))
                .toList();
    }

    /// As a script reads it back, in six digits: `0.000012` and not `1.2E-5`.
    static String text(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString()
                : "";
    }
}
