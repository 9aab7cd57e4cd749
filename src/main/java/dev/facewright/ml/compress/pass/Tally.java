package dev.facewright.ml.compress.pass;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Counts what a pass does while it does it.
public final class Tally {
    private final SequencedMap<String, Integer> counts = new LinkedHashMap<>();

    /// @param what  one word, the same for the same thing
    public void add(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    SequencedMap<String, Integer> counts() {
        return Collections.unmodifiableSequencedMap(new LinkedHashMap<>(counts));
    }
}
