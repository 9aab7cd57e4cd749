package dev.facewright.ml.verify;

import dev.facewright.ml.verify.VerificationReport.RocPoint;
import java.util.ArrayList;
import java.util.List;

/// The receiver operating characteristic as its corners, from nothing accepted to everything accepted.
/// Fawcett, *An introduction to ROC analysis*, Pattern Recognition Letters 27, 2006, algorithm 1.
record RocCurve(List<RocPoint> corners) {
    static RocCurve of(ScoredPairs scored) {
        double[] thresholds = scored.distinctDescending();
        List<Count> counts = new ArrayList<>();
        counts.add(new Count(0, 0, Math.nextUp(thresholds[0])));
        for (double threshold : thresholds) {
            Count next = new Count(scored.impostorsAtLeast(threshold), scored.genuineAtLeast(threshold), threshold);
            if (counts.size() > 1 && counts.getLast().liesBetween(counts.get(counts.size() - 2), next)) {
                counts.removeLast();
            }
            counts.add(next);
        }
        double impostors = scored.impostors().length;
        double genuine = scored.genuine().length;
        return new RocCurve(counts.stream()
                .map(count ->
                        new RocPoint(count.falseAccepts / impostors, count.trueAccepts / genuine, count.threshold))
                .toList());
    }

    /// Where the curve meets the line `far = 1 - tar`, on the straight line between the two corners around it.
    ///
    /// @return the common rate, in [0, 1]
    double equalErrorRate() {
        RocPoint before = corners.getFirst();
        for (RocPoint after : corners) {
            double excessAfter = after.far() - (1 - after.tar());
            if (excessAfter >= 0) {
                double excessBefore = before.far() - (1 - before.tar());
                double share = -excessBefore / (excessAfter - excessBefore);
                return before.far() + share * (after.far() - before.far());
            }
            before = after;
        }
        throw new IllegalStateException("The curve ends at (1, 1), above the line");
    }

    private record Count(long falseAccepts, long trueAccepts, double threshold) {
        boolean liesBetween(Count before, Count after) {
            long across = (falseAccepts - before.falseAccepts) * (after.trueAccepts - trueAccepts);
            long up = (trueAccepts - before.trueAccepts) * (after.falseAccepts - falseAccepts);
            return across == up;
        }
    }
}
