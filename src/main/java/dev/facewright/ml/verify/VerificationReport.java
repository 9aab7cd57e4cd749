package dev.facewright.ml.verify;

import java.util.List;

/// How well similarity scores tell genuine pairs from impostor pairs.
///
/// @param pairs  pairs scored, `genuine + impostors`
/// @param meanAccuracy  mean over folds of the held-out accuracy, in [0, 1]
/// @param standardDeviation  sample standard deviation of the folds' accuracies (divisor `folds - 1`)
/// @param standardError  `standardDeviation / sqrt(folds)`, the figure LFW results are quoted with
/// @param auc  area under the ROC over all pairs, in [0, 1]
/// @param equalErrorRate  where the false accept rate equals the false reject rate, in [0, 1]
/// @param tarAtFar  one entry for each rate asked for, in that order
/// @param roc  corners of the curve from (0, 0) to (1, 1); straight lines between them lose nothing
public record VerificationReport(
        int pairs,
        int genuine,
        int impostors,
        double meanAccuracy,
        double standardDeviation,
        double standardError,
        List<FoldResult> folds,
        double auc,
        double equalErrorRate,
        List<TarAtFar> tarAtFar,
        List<RocPoint> roc) {
    public VerificationReport {
        folds = List.copyOf(folds);
        tarAtFar = List.copyOf(tarAtFar);
        roc = List.copyOf(roc);
    }

    /// What one held-out fold gave.
    ///
    /// @param fold  the fold tested
    /// @param pairs  how many pairs it holds
    /// @param threshold  the similarity chosen on the other folds
    /// @param accuracy  the share of the fold's pairs decided rightly at that threshold, in [0, 1]
    public record FoldResult(int fold, int pairs, double threshold, double accuracy) {}

    /// One point of a receiver operating characteristic.
    ///
    /// @param far  false accept rate: share of impostor pairs accepted, in [0, 1]
    /// @param tar  true accept rate: share of genuine pairs accepted, in [0, 1]
    /// @param threshold  accepting every score at or above it gives this point
    public record RocPoint(double far, double tar, double threshold) {}
}
