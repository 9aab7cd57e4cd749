package dev.facewright.ml.head;

import java.util.List;

/// Cross entropy of the scaled cosines, without a margin: s·cos θ.
/// Wang et al., *NormFace: L2 Hypersphere Embedding for Face Verification*, ACM Multimedia 2017,
/// <https://arxiv.org/abs/1704.06369>.
///
/// @param identities  number of classes, at least 2
/// @param scale  s, in [1, 256]
public record NormalisedSoftmax(int identities, double scale) implements CosineHead {
    static final Kind KIND =
            new Kind("normalisedsoftmax", List.of(SCALE), (n, told) -> new NormalisedSoftmax(n, told.of(SCALE)));

    public NormalisedSoftmax {
        Require.identities(identities);
        SCALE.check(scale);
    }

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Expression targetLogit() {
        return otherLogit();
    }
}
