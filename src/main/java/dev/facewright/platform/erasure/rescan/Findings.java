package dev.facewright.platform.erasure.rescan;

import dev.facewright.platform.consent.KeptTraces.Kept;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What was found of one person.
public final class Findings {
    private static final int NAMED = 20;

    private final Map<String, Explained> explained = new TreeMap<>();
    private final List<String> unexplained = new ArrayList<>();
    private long unexplainedCount;

    /// A trace that may stay, and how often it stands there.
    ///
    /// @param column  of which table, or in which statistics of it
    public record Explained(String column, String what, String why, long count) {}

    void explain(String place, Kept kept) {
        explained.merge(
                place,
                new Explained(place, kept.kind().name(), kept.why().name(), 1),
                (before, one) -> new Explained(place, before.what(), before.why(), before.count() + 1));
    }

    void tell(String place) {
        unexplainedCount++;
        if (unexplained.size() < NAMED && !unexplained.contains(place)) {
            unexplained.add(place);
        }
    }

    public List<Explained> explained() {
        return List.copyOf(explained.values());
    }

    /// The first places, by name.
    public List<String> unexplained() {
        return Collections.unmodifiableList(unexplained);
    }

    public long unexplainedCount() {
        return unexplainedCount;
    }
}
