package dev.facewright.platform.benchmarks;

import dev.facewright.platform.benchmarks.BenchmarkProblem.BenchmarkImageTwice;
import dev.facewright.platform.benchmarks.BenchmarkProblem.BenchmarkImagesMissing;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/// Ticks off the images that the pairs name as an archive gives them, and counts their positions.
final class Roster {
    private final Map<String, Integer> firstPairs = new HashMap<>();
    private final Map<String, Integer> positions = new LinkedHashMap<>();

    Roster(PairList list) {
        for (int i = 0; i < list.pairs().size(); i++) {
            firstPairs.putIfAbsent(list.pairs().get(i).first(), i + 1);
            firstPairs.putIfAbsent(list.pairs().get(i).second(), i + 1);
        }
    }

    /// @param entry  a path in an archive; `lfw/person/person_0001.jpg` is the image `person/person_0001`
    /// @return the first pair, counted from 1, that names this image; empty if none does
    /// @throws BenchmarkImageTwice if the archive gave that image before
    OptionalInt claim(String entry) {
        String key = key(entry);
        Integer pair = firstPairs.get(key);
        if (pair == null) {
            return OptionalInt.empty();
        }
        if (positions.putIfAbsent(key, positions.size()) != null) {
            throw new BenchmarkImageTwice(pair);
        }
        return OptionalInt.of(pair);
    }

    /// How many images were given so far.
    int claimed() {
        return positions.size();
    }

    /// @throws BenchmarkImagesMissing if an image that a pair names was never given
    void requireComplete() {
        firstPairs.entrySet().stream()
                .filter(entry -> !positions.containsKey(entry.getKey()))
                .mapToInt(Map.Entry::getValue)
                .min()
                .ifPresent(first -> {
                    throw new BenchmarkImagesMissing(firstPairs.size() - positions.size(), first);
                });
    }

    Map<String, Integer> positions() {
        return positions;
    }

    private static String key(String entry) {
        String path = Normalizer.normalize(entry, Normalizer.Form.NFC).replace('\\', '/');
        int file = path.lastIndexOf('/');
        int folder = path.lastIndexOf('/', file - 1);
        int dot = path.lastIndexOf('.');
        return path.substring(folder + 1, dot > file ? dot : path.length());
    }
}
