package dev.facewright.platform.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The figures of one model version on one benchmark, with the protocol they were made by.
///
/// @param protocol  one sentence that says how the scores came about; no figure is shown without it
/// @param standardDeviation  of the fold accuracies, as LFW papers print it
/// @param standardError  the standard deviation over the square root of the number of folds (Huang et al. 2007)
/// @param durationMillis  from the first image read to the last score, measured
/// @param imagesPerSecond  embeddings of one image (both passes with flip-sum count once) over that duration
public record BenchmarkReport(
        String protocol,
        int pairs,
        int genuinePairs,
        int impostorPairs,
        int images,
        int imagesWithoutFace,
        double meanAccuracy,
        double standardDeviation,
        double standardError,
        List<Fold> folds,
        double areaUnderCurve,
        double equalErrorRate,
        List<AcceptRate> acceptRates,
        List<CurvePoint> curve,
        Histogram histogram,
        long durationMillis,
        double imagesPerSecond) {

    /// @param threshold  chosen on the other folds: scores at or above it are accepted
    public record Fold(int number, double threshold, double accuracy, int pairs) {}

    /// The true accept rate at one false accept rate, or the reason why this benchmark cannot tell it.
    public record AcceptRate(
            double falseAcceptRate,
            @Nullable Double trueAcceptRate,
            @Nullable Double threshold,
            @Nullable Integer falseAccepts,
            @Nullable String refusal) {
        public boolean refused() {
            return refusal != null;
        }
    }

    public record CurvePoint(double falseAcceptRate, double trueAcceptRate) {}

    /// How many pairs scored in each of equally wide bins over [-1, 1], lowest first.
    public record Histogram(List<Integer> genuine, List<Integer> impostor) {}
}
