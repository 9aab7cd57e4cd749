package dev.facewright.ml.verify;

import dev.facewright.ml.verify.MalformedPairs.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Reads the pairs files of Labeled Faces in the Wild.
/// Huang et al., *Labeled Faces in the Wild*, UMass Amherst technical report 07-49, 2007,
/// <http://vis-www.cs.umass.edu/lfw/>.
///
/// View 2 starts with `folds TAB pairs`; each fold then has that many genuine lines (`name image image`) and as
/// many impostor lines (`name image name image`). View 1 starts with the number alone and is one fold. Fields
/// are separated by white space. Image 4 of `Abel_Pacheco` has the key `Abel_Pacheco/Abel_Pacheco_0004`.
public final class PairsFile {
    private static final long MAXIMUM_PAIRS = 2_000_000;
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");
    // keys become paths of an archive: letters, digits and a few marks, never a separator or a leading dot
    private static final Pattern PERSON = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N}_.'-]{0,199}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,7}");

    private final List<String> lines;

    private PairsFile(List<String> lines) {
        this.lines = lines;
    }

    /// @return the pairs in the file's order; folds count from 1
    /// @throws MalformedPairs if a line is not what the format asks for, or lines are missing or too many
    public static List<Pair> parse(String text) {
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return new PairsFile(content.lines().toList()).pairs();
    }

    private List<Pair> pairs() {
        if (lines.isEmpty() || lines.getFirst().isBlank()) {
            throw new MalformedPairs(
                    1,
                    Rule.EMPTY,
                    List.of(),
                    "expected `folds pairs`, or for View 1 the number of pairs, but it is empty");
        }
        String[] header = fields(1);
        if (header.length > 2) {
            throw new MalformedPairs(
                    1,
                    Rule.HEADER,
                    List.of((long) header.length),
                    "expected one or two numbers, found " + header.length + " fields");
        }
        int folds = header.length == 2 ? number(1, header[0]) : 1;
        int perKind = number(1, header[header.length - 1]);
        refuseWrongLength(2L * folds * perKind);
        List<Pair> pairs = new ArrayList<>();
        for (int index = 0; index < 2 * folds * perKind; index++) {
            int fold = 1 + index / (2 * perKind);
            boolean genuine = index % (2 * perKind) < perKind;
            pairs.add(pair(index + 2, genuine, fold));
        }
        return List.copyOf(pairs);
    }

    private void refuseWrongLength(long expected) {
        if (expected > MAXIMUM_PAIRS) {
            throw new MalformedPairs(
                    1,
                    Rule.TOO_MANY,
                    List.of(expected, MAXIMUM_PAIRS),
                    "announces " + expected + " pairs; at most " + MAXIMUM_PAIRS + " are read");
        }
        for (int line = 2; line <= lines.size(); line++) {
            boolean blank = lines.get(line - 1).isBlank();
            if (blank && line <= expected + 1) {
                throw new MalformedPairs(line, Rule.EMPTY_LINE, List.of(), "expected a pair, but it is empty");
            }
            if (!blank && line > expected + 1) {
                throw new MalformedPairs(
                        line,
                        Rule.MORE,
                        List.of(expected),
                        "the first line announces " + expected + " pairs, but there are more");
            }
        }
        if (lines.size() < expected + 1) {
            throw new MalformedPairs(
                    lines.size() + 1,
                    Rule.FEWER,
                    List.of(expected, lines.size() - 1L),
                    "the first line announces " + expected + " pairs, but the file ends after " + (lines.size() - 1));
        }
    }

    private Pair pair(int line, boolean genuine, int fold) {
        String[] fields = fields(line);
        if (genuine) {
            if (fields.length != 3) {
                throw new MalformedPairs(
                        line,
                        Rule.GENUINE,
                        List.of((long) fields.length),
                        "expected a genuine pair, `name image image`: 3 fields, not " + fields.length);
            }
            return new Pair(key(line, fields[0], fields[1]), key(line, fields[0], fields[2]), true, fold);
        }
        if (fields.length != 4) {
            throw new MalformedPairs(
                    line,
                    Rule.IMPOSTOR,
                    List.of((long) fields.length),
                    "expected an impostor pair, `name image name image`: 4 fields, not " + fields.length);
        }
        if (fields[0].equals(fields[2])) {
            throw new MalformedPairs(line, Rule.SAME_PERSON, List.of(), "an impostor pair needs two different people");
        }
        return new Pair(key(line, fields[0], fields[1]), key(line, fields[2], fields[3]), false, fold);
    }

    private String[] fields(int line) {
        return WHITE_SPACE.split(lines.get(line - 1).strip());
    }

    private static String key(int line, String person, String image) {
        if (!PERSON.matcher(person).matches()) {
            throw new MalformedPairs(
                    line,
                    Rule.NAME,
                    List.of(),
                    "a name may hold letters, digits and _ . ' - only, and not start with a dot");
        }
        return String.format(Locale.ROOT, "%s/%s_%04d", person, person, number(line, image));
    }

    private static int number(int line, String field) {
        if (!NUMBER.matcher(field).matches() || Integer.parseInt(field) == 0) {
            throw new MalformedPairs(
                    line,
                    Rule.NUMBER,
                    List.of(),
                    "expected a whole number from 1 to 9999999 in place of one of its fields");
        }
        return Integer.parseInt(field);
    }
}
