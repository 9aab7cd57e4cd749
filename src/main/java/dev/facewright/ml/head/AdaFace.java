package dev.facewright.ml.head;

import static dev.facewright.ml.head.Expression.nearness;

import java.util.Optional;

/// A margin by image quality, of which the embedding's length is a sign: long embeddings are pushed where they
/// are hard, short ones, which may show nobody, where they are easy. s·(cos(θ − m·z) − m·(1 + z)), where z is how
/// many deviations the length is above its mean, times h, in [-1, 1].
/// Kim et al., *AdaFace: Quality Adaptive Margin for Face Recognition*, CVPR 2022, section 3.2,
/// <https://arxiv.org/abs/2204.00964>.
///
/// @param identities  number of classes, at least 2
/// @param scale  s, above 0; 64 in the paper
/// @param margin  m, in [0, 1): radians in the angle, and a share of the cosine; 0.4 in the paper
/// @param adaptivity  h, in [0, 1]; 0.333 in the paper, 0 gives CosFace
public record AdaFace(int identities, double scale, double margin, double adaptivity) implements Head {
    static final String NAME = "adaface";

    /// As in the authors' code, <https://github.com/mk-minchul/AdaFace>.
    private static final LengthStatistics LENGTHS = new LengthStatistics(0.99, 0.001, 100, 20, 100);

    private static final double DEVIATION_EPSILON = 1e-3;

    /// @throws IllegalArgumentException if margin or adaptivity are outside their ranges
    public AdaFace {
        HeadLimits.identities(identities);
        HeadLimits.scale(scale);
        HeadLimits.cosine(margin);
        if (!(adaptivity >= 0 && adaptivity <= 1)) {
            throw new IllegalArgumentException("The adaptivity must be in [0, 1], was " + adaptivity);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<LengthStatistics> lengths() {
        return Optional.of(LENGTHS);
    }

    @Override
    public Expression targetLogit() {
        Expression angle = Angles.angle().plus(quality().times(-margin));
        Expression cosine = new Expression.Cosine(new Expression.Clip(angle, 0, Math.PI));
        return cosine.plus(quality().times(-margin)).plus(-margin).times(scale);
    }

    /// z
    private Expression quality() {
        Expression above = new Expression.Length().plus(new Expression.MeanLength().times(-1));
        Expression deviation = new Expression.LengthDeviation().plus(DEVIATION_EPSILON);
        return new Expression.Clip(new Expression.Quotient(above, deviation).times(adaptivity), -1, 1);
    }

    @Override
    public Expression otherLogit() {
        return nearness().times(scale);
    }
}
