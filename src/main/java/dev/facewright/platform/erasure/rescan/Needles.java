package dev.facewright.platform.erasure.rescan;

import dev.facewright.platform.consent.Mark;
import dev.facewright.platform.consent.SubjectId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What is looked for, of however many people at once.
final class Needles {
    /// A shorter pseudonym stands anywhere by chance.
    private static final int SHORTEST_CODE = 6;

    record Needle(SubjectId subject, Mark.Kind kind) {}

    private final Map<String, List<Needle>> byText = new HashMap<>();
    private final BitSet lengths = new BitSet();

    Needles(Map<SubjectId, ? extends Collection<Mark>> marks) {
        marks.forEach((subject, theirs) -> theirs.stream()
                .filter(Needles::telling)
                .forEach(mark -> add(mark.text(), new Needle(subject, mark.kind()))));
    }

    /// Whether whoever finds it knows whose it is: a code such as `7` or `adam` says nothing.
    static boolean telling(Mark mark) {
        String text = mark.text();
        return mark.kind() != Mark.Kind.CODE
                || (text.length() >= SHORTEST_CODE
                        && text.chars().anyMatch(Character::isDigit)
                        && !text.chars().allMatch(Character::isDigit));
    }

    private void add(String text, Needle needle) {
        lengths.set(text.length());
        List<Needle> all = byText.computeIfAbsent(text, key -> new ArrayList<>(1));
        if (!all.contains(needle)) {
            all.add(needle);
        }
    }

    /// Whether something of that length is looked for at all.
    boolean mayBe(int length) {
        return lengths.get(length);
    }

    List<Needle> at(String text) {
        return byText.getOrDefault(text, List.of());
    }
}
