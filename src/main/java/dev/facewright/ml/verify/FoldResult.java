package dev.facewright.ml.verify;

/// What one held-out fold gave.
///
/// @param fold  the fold tested
/// @param pairs  how many pairs it holds
/// @param threshold  the similarity chosen on the other folds
/// @param accuracy  the share of the fold's pairs decided rightly at that threshold, in [0, 1]
public record FoldResult(int fold, int pairs, double threshold, double accuracy) {}
