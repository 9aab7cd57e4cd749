package dev.facewright.ml.verify;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Scores by kind, ascending.
record ScoredPairs(double[] genuine, double[] impostors) {
    /// @throws IllegalArgumentException if one kind is missing: no rate could be told
    static ScoredPairs of(double[] scores, List<Pair> pairs) {
        ScoredPairs scored = new ScoredPairs(ofKind(true, scores, pairs), ofKind(false, scores, pairs));
        if (scored.genuine.length == 0 || scored.impostors.length == 0) {
            throw new IllegalArgumentException("Verification needs genuine and impostor pairs; there are "
                    + scored.genuine.length + " and " + scored.impostors.length);
        }
        return scored;
    }

    private static double[] ofKind(boolean genuine, double[] scores, List<Pair> pairs) {
        return IntStream.range(0, scores.length)
                .filter(i -> pairs.get(i).genuine() == genuine)
                .mapToDouble(i -> scores[i] + 0.0) // makes -0.0 equal to 0.0, for sorting tells them apart
                .sorted()
                .toArray();
    }

    /// Every different score, descending.
    double[] distinctDescending() {
        double[] ascending = DoubleStream.concat(Arrays.stream(genuine), Arrays.stream(impostors))
                .sorted()
                .distinct()
                .toArray();
        int last = ascending.length - 1;
        return IntStream.rangeClosed(0, last)
                .mapToDouble(i -> ascending[last - i])
                .toArray();
    }

    int genuineAtLeast(double threshold) {
        return atLeast(genuine, threshold);
    }

    int impostorsAtLeast(double threshold) {
        return atLeast(impostors, threshold);
    }

    private static int atLeast(double[] ascending, double threshold) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] < threshold) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return ascending.length - low;
    }
}
