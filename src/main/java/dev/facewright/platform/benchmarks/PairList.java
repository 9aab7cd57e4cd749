package dev.facewright.platform.benchmarks;

import dev.facewright.ml.verify.MalformedPairs;
import dev.facewright.ml.verify.Pair;
import dev.facewright.ml.verify.PairsFile;
import dev.facewright.platform.benchmarks.BenchmarkProblem.PairsRefused;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/// The pairs of a benchmark as its pairs file gives them, and the images they name.
///
/// @param keys  every image named, once, in order of first use
record PairList(List<Pair> pairs, SequencedSet<String> keys) {
    static final int MOST_IMAGES = 200_000;

    /// @throws PairsRefused if the file does not follow the LFW format, has one fold only, or names too many
    ///     images
    static PairList parse(String text) {
        List<Pair> pairs = read(text);
        SequencedSet<String> keys = new LinkedHashSet<>();
        for (Pair pair : pairs) {
            keys.add(pair.first());
            keys.add(pair.second());
        }
        PairList list = new PairList(pairs, keys);
        if (list.folds() < 2) {
            throw new PairsRefused(
                    "FOLDS", List.of(), "Line 1: two folds or more are needed, as in `10 300`; this file has one");
        }
        if (keys.size() > MOST_IMAGES) {
            throw new PairsRefused(
                    "IMAGES",
                    List.of(String.valueOf(keys.size()), String.valueOf(MOST_IMAGES)),
                    "The pairs name " + keys.size() + " images; at most " + MOST_IMAGES + " are taken");
        }
        return list;
    }

    private static List<Pair> read(String text) {
        try {
            return PairsFile.parse(text);
        } catch (MalformedPairs e) {
            List<String> arguments = new ArrayList<>(List.of(String.valueOf(e.line())));
            arguments.addAll(e.arguments());
            throw new PairsRefused(e.rule().name(), arguments, String.valueOf(e.getMessage()));
        }
    }

    int folds() {
        return (int) pairs.stream().mapToInt(Pair::fold).distinct().count();
    }

    int genuine() {
        return (int) pairs.stream().filter(Pair::genuine).count();
    }
}
