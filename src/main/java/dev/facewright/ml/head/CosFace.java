package dev.facewright.ml.head;

import static dev.facewright.ml.head.Expression.nearness;

/// Takes a margin from the target's cosine: s·(cos θ − m).
/// Wang et al., *CosFace: Large Margin Cosine Loss for Deep Face Recognition*, CVPR 2018, eq. 4,
/// <https://arxiv.org/abs/1801.09414>.
///
/// @param identities  number of classes, at least 2
/// @param scale  s, above 0; 64 in the paper
/// @param cosineMargin  m, in [0, 1); 0.35 in the paper
public record CosFace(int identities, double scale, double cosineMargin) implements Head {
    static final String NAME = "cosface";

    /// @throws IllegalArgumentException if cosineMargin is outside [0, 1): it is no angle
    public CosFace {
        HeadLimits.identities(identities);
        HeadLimits.scale(scale);
        HeadLimits.cosine(cosineMargin);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Expression targetLogit() {
        return nearness().plus(-cosineMargin).times(scale);
    }

    @Override
    public Expression otherLogit() {
        return nearness().times(scale);
    }
}
