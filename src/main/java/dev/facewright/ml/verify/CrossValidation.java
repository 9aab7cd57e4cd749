package dev.facewright.ml.verify;

import dev.facewright.ml.verify.VerificationReport.FoldResult;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Chooses a threshold on all folds but one and tests it on that one.
final class CrossValidation {
    private CrossValidation() {}

    /// One result a fold, by fold number.
    static List<FoldResult> of(double[] scores, List<Pair> pairs) {
        int[] folds = pairs.stream().mapToInt(Pair::fold).distinct().sorted().toArray();
        if (folds.length < 2) {
            throw new IllegalArgumentException("Choosing a threshold on other folds needs at least two folds; there is "
                    + folds.length + ". View 1 is for choosing models, View 2 for reporting.");
        }
        List<Integer> ascending = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> scores[i] + 0.0))
                .toList();
        return Arrays.stream(folds)
                .mapToObj(fold -> holdOut(fold, scores, pairs, ascending))
                .toList();
    }

    private static FoldResult holdOut(int fold, double[] scores, List<Pair> pairs, List<Integer> ascending) {
        int[] training = ascending.stream()
                .mapToInt(Integer::intValue)
                .filter(i -> pairs.get(i).fold() != fold)
                .toArray();
        double threshold = mostAccurateThreshold(training, scores, pairs);
        int[] held = IntStream.range(0, scores.length)
                .filter(i -> pairs.get(i).fold() == fold)
                .toArray();
        long right = Arrays.stream(held)
                .filter(i -> scores[i] >= threshold == pairs.get(i).genuine())
                .count();
        return new FoldResult(fold, held.length, threshold, (double) right / held.length);
    }

    /// Every threshold between two neighbouring scores decides the training pairs alike, so the middle between
    /// them stands for all. Of equally accurate ones the highest is taken: it accepts the fewest impostors.
    private static double mostAccurateThreshold(int[] training, double[] scores, List<Pair> pairs) {
        int right = 0;
        double threshold = Math.nextUp(scores[training[training.length - 1]]);
        for (int i : training) {
            right += pairs.get(i).genuine() ? 0 : 1;
        }
        int best = right;
        for (int at = training.length - 1; at >= 0; at--) {
            right += pairs.get(training[at]).genuine() ? 1 : -1;
            boolean tied = at > 0 && scores[training[at - 1]] == scores[training[at]];
            if (!tied && right > best) {
                best = right;
                threshold = at == 0 ? scores[training[0]] : between(scores[training[at - 1]], scores[training[at]]);
            }
        }
        return threshold;
    }

    /// The middle, or the upper one where rounding would give the lower, which must stay rejected.
    private static double between(double lower, double upper) {
        double middle = lower / 2 + upper / 2;
        return middle > lower ? middle : upper;
    }
}
