package dev.facewright.ml.verify;

/// The area under the ROC as the Mann-Whitney statistic.
/// Hanley and McNeil, *The meaning and use of the area under a ROC curve*, Radiology 143, 1982.
final class RankStatistic {
    private RankStatistic() {}

    /// The chance that a genuine pair scores above an impostor pair, where a tie counts half:
    /// `(#{g > i} + #{g = i} / 2) / (genuine · impostors)`.
    ///
    /// @return a value in [0, 1]
    static double areaUnderRoc(ScoredPairs scored) {
        double[] impostors = scored.impostors();
        int below = 0;
        int notAbove = 0;
        double won = 0;
        for (double score : scored.genuine()) {
            while (below < impostors.length && impostors[below] < score) {
                below++;
            }
            while (notAbove < impostors.length && impostors[notAbove] <= score) {
                notAbove++;
            }
            won += 0.5 * (below + notAbove);
        }
        return won / ((double) scored.genuine().length * impostors.length);
    }
}
