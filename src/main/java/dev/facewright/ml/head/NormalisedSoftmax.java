package dev.facewright.ml.head;

import static dev.facewright.ml.head.Expression.nearness;

/// Cross entropy of the scaled cosines, without a margin: s·cos θ.
/// Wang et al., *NormFace: L2 Hypersphere Embedding for Face Verification*, ACM Multimedia 2017,
/// <https://arxiv.org/abs/1704.06369>.
///
/// @param identities  number of classes, at least 2
/// @param scale  s, above 0
public record NormalisedSoftmax(int identities, double scale) implements Head {
    static final String NAME = "normalisedsoftmax";

    public NormalisedSoftmax {
        HeadLimits.identities(identities);
        HeadLimits.scale(scale);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Expression targetLogit() {
        return otherLogit();
    }

    @Override
    public Expression otherLogit() {
        return nearness().times(scale);
    }
}
