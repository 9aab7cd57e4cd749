package dev.facewright.ml.train;

import dev.facewright.ml.torch.TorchEngine;
import dev.facewright.ml.torch.TrainingDevices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What the last bits of a result depend on beside recipe and crops: a run is resumed to the bit where these are
/// the same.
///
/// @param facts  `pytorch`, `device`, `threads` and the like, each with its value
public record Numerics(SortedMap<String, String> facts) {
    /// A fact that is not the same any more.
    public record Change(String fact, String before, String now) {
        @Override
        public String toString() {
            return fact + " " + before + " → " + now;
        }
    }

    private static final String NOTHING = "-";

    public Numerics {
        facts = new TreeMap<>(facts);
    }

    Numerics(Map<String, String> facts) {
        this(new TreeMap<>(facts));
    }

    /// Those of this process.
    ///
    /// @param devices  that it trains on
    public static Numerics here(TrainingDevices devices) {
        return new Numerics(TorchEngine.versions(devices));
    }

    /// By name of the fact; empty if a run goes on here to the bit.
    public List<Change> changesTo(Numerics now) {
        SortedMap<String, String> either = new TreeMap<>(facts);
        either.putAll(now.facts);
        List<Change> changes = new ArrayList<>();
        for (String fact : either.keySet()) {
            String before = facts.getOrDefault(fact, NOTHING);
            String after = now.facts.getOrDefault(fact, NOTHING);
            if (!before.equals(after)) {
                changes.add(new Change(fact, before, after));
            }
        }
        return changes;
    }
}
