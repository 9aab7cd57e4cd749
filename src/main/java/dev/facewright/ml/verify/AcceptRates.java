package dev.facewright.ml.verify;

import java.util.Locale;

/// The true accept rate at a wanted false accept rate.
final class AcceptRates {
    // 0.001 * 3000 may fall short of 3 by rounding
    private static final double ROUNDING = 1e-9;

    private AcceptRates() {}

    /// Takes the lowest score at which at most `floor(far · impostors)` impostors are accepted.
    ///
    /// @param far  wanted false accept rate, in (0, 1]
    /// @return refused where that allows no impostor at all: the pairs cannot resolve so low a rate
    static TarAtFar at(double far, ScoredPairs scored) {
        if (!(far > 0 && far <= 1)) {
            throw new IllegalArgumentException("A false accept rate lies above 0 and up to 1, was " + far);
        }
        int impostors = scored.impostors().length;
        int allowed = (int) Math.floor(far * impostors + ROUNDING);
        if (allowed < 1) {
            long needed = (long) Math.ceil(1 / far - ROUNDING);
            return new TarAtFar.Refused(
                    far,
                    String.format(
                            Locale.ROOT,
                            "A false accept rate of %s needs at least %d impostor pairs; there are %d",
                            far,
                            needed,
                            impostors));
        }
        double threshold = lowestThreshold(scored, allowed);
        double tar = (double) scored.genuineAtLeast(threshold) / scored.genuine().length;
        return new TarAtFar.Measured(far, tar, threshold, scored.impostorsAtLeast(threshold));
    }

    private static double lowestThreshold(ScoredPairs scored, int allowed) {
        double[] descending = scored.distinctDescending();
        double threshold = Math.nextUp(descending[0]);
        for (double score : descending) {
            if (scored.impostorsAtLeast(score) > allowed) {
                return threshold;
            }
            threshold = score;
        }
        return threshold;
    }
}
