package dev.facewright.ml.train;

/// What a run has changed about its recipe to get over faults; its checkpoints carry it.
///
/// @param rateFactor  of the schedule's learning rates: 1, or a half since loss or gradient were no numbers
/// @param batchSplit  parts that each batch is cut into, beyond the recipe's accumulation: 1, doubled each time
///     that memory ran out
public record Adjustments(double rateFactor, int batchSplit) {
    static final Adjustments NONE = new Adjustments(1, 1);

    boolean rateHalved() {
        return rateFactor < 1;
    }

    Adjustments atHalfTheRate() {
        return new Adjustments(rateFactor / 2, batchSplit);
    }

    Adjustments inHalfBatches() {
        return new Adjustments(rateFactor, 2 * batchSplit);
    }
}
