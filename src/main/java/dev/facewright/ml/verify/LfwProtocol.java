package dev.facewright.ml.verify;

import dev.facewright.ml.verify.VerificationReport.FoldResult;
import java.util.List;

/// The image-restricted verification protocol of LFW View 2, for any number of folds.
/// Huang et al., *Labeled Faces in the Wild*, UMass Amherst technical report 07-49, 2007, section 4.
public final class LfwProtocol {
    private LfwProtocol() {}

    /// Tests each fold at the threshold that was most accurate on all the others; pairs stay in their folds.
    ///
    /// A pair is accepted when its score reaches the threshold. The threshold is the middle between two
    /// neighbouring scores; of equally accurate ones the highest. AUC, equal error rate and TAR at FAR are over
    /// all pairs at once.
    ///
    /// @param scores  similarity of each pair, higher is more alike, finite
    /// @param pairs  as many as there are scores, in the same order, in at least two folds, of both kinds
    /// @param falseAcceptRates  wanted rates, each in (0, 1]
    /// @throws IllegalArgumentException if the counts differ, a score is not finite, or the pairs cannot be
    /// cross-validated
    public static VerificationReport evaluate(double[] scores, List<Pair> pairs, List<Double> falseAcceptRates) {
        refuseUnequal(scores, pairs);
        ScoredPairs scored = ScoredPairs.of(scores, pairs);
        List<FoldResult> folds = CrossValidation.of(scores, pairs);
        double mean = folds.stream().mapToDouble(FoldResult::accuracy).average().orElseThrow();
        double deviation = sampleDeviation(folds, mean);
        RocCurve roc = RocCurve.of(scored);
        return new VerificationReport(
                pairs.size(),
                scored.genuine().length,
                scored.impostors().length,
                mean,
                deviation,
                deviation / Math.sqrt(folds.size()),
                folds,
                RankStatistic.areaUnderRoc(scored),
                roc.equalErrorRate(),
                falseAcceptRates.stream()
                        .map(rate -> AcceptRates.at(rate, scored))
                        .toList(),
                roc.corners());
    }

    private static void refuseUnequal(double[] scores, List<Pair> pairs) {
        if (scores.length != pairs.size()) {
            throw new IllegalArgumentException(scores.length + " scores for " + pairs.size() + " pairs");
        }
        for (int i = 0; i < scores.length; i++) {
            if (!Double.isFinite(scores[i])) {
                throw new IllegalArgumentException("The score of pair " + (i + 1) + " is " + scores[i]);
            }
        }
    }

    private static double sampleDeviation(List<FoldResult> folds, double mean) {
        double squares = folds.stream()
                .mapToDouble(fold -> (fold.accuracy() - mean) * (fold.accuracy() - mean))
                .sum();
        return Math.sqrt(squares / (folds.size() - 1));
    }
}
