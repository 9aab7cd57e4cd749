package dev.facewright.ml.torch;

/// What one step found before it changed the weights.
///
/// @param loss  mean cross entropy over the batch, in nats
/// @param hits  images whose embedding is nearest to its own identity's centre, without margin; whose first view's
/// nearest is
///     its second, for a contrastive objective
/// @param gradientNorm  Euclidean, over all parameters, before clipping and weight decay
public record StepResult(double loss, int hits, double gradientNorm) {
    public boolean finite() {
        return Double.isFinite(loss) && Double.isFinite(gradientNorm);
    }
}
