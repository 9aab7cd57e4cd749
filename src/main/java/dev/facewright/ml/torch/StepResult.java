package dev.facewright.ml.torch;

/// What one step found before it changed the weights.
///
/// @param loss  mean cross entropy over the batch, in nats
/// @param hits  images whose embedding is nearest to its own identity's centre, without margin; whose first view's
///     nearest is its second, for a contrastive objective
/// @param gradientNorm  Euclidean, over all parameters, before clipping and weight decay
/// @param skipped  whether the gradient overflowed in float16, so that the step changed no weight
/// @param skippedSteps  how many have been skipped since the state was fresh, this one among them
/// @param lossScale  that this step used; 1 where nothing is scaled
public record StepResult(
        double loss, int hits, double gradientNorm, boolean skipped, long skippedSteps, double lossScale) {
    // Below it a gradient overflows by itself: no scale is to blame, and none will help.
    private static final double LEAST_SCALE = 1;

    /// As a program gives it: the last three only where the loss is scaled.
    static StepResult of(float[] outcome) {
        boolean scaled = outcome.length > 3;
        return new StepResult(
                outcome[0],
                Math.round(outcome[1]),
                outcome[2],
                scaled && outcome[3] != 0,
                scaled ? (long) outcome[4] : 0,
                scaled ? outcome[5] : 1);
    }

    /// Whether training can go on: an overflow that a lower loss scale can mend is no harm.
    public boolean finite() {
        boolean mendable = skipped && lossScale >= LEAST_SCALE;
        return Double.isFinite(loss) && (mendable || Double.isFinite(gradientNorm));
    }
}
