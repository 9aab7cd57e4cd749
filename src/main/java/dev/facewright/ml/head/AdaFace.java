package dev.facewright.ml.head;

import dev.facewright.ml.head.Option.Unit;
import java.util.List;
import java.util.Optional;

/// A margin by image quality, of which the embedding's length is a sign: long embeddings are pushed where they
/// are hard, short ones, which may show nobody, where they are easy. s·(cos(θ − m·z) − m·(1 + z)), where z is how
/// many deviations the length is above its mean, times h, in [-1, 1].
/// Kim et al., *AdaFace: Quality Adaptive Margin for Face Recognition*, CVPR 2022, section 3.2,
/// <https://arxiv.org/abs/2204.00964>.
///
/// @param identities  number of classes, at least 2
/// @param scale  s, in [1, 256]; 64 in the paper
/// @param margin  m, in [0, 0.95]: radians in the angle, and a share of the cosine; 0.4 in the paper
/// @param adaptivity  h, in [0, 1]; 0.333 in the paper, 0 gives CosFace
public record AdaFace(int identities, double scale, double margin, double adaptivity) implements CosineHead {
    public static final Option MARGIN =
            new Option("adaptiveMargin", Unit.COSINE, 0.4, 0, 0.95, "it is taken from a cosine, 0.4 is usual");

    public static final Option ADAPTIVITY =
            new Option("adaptivity", Unit.SHARE, 0.333, 0, 1, "a share, 0.333 is usual");

    static final Kind KIND = new Kind("adaface", List.of(SCALE, MARGIN, ADAPTIVITY), AdaFace::of);

    /// As in the authors' code, <https://github.com/mk-minchul/AdaFace>.
    private static final LengthStatistics LENGTHS = new LengthStatistics(0.99, 0.001, 100, 20, 100);

    private static final double DEVIATION_EPSILON = 1e-3;

    /// @throws IllegalArgumentException if margin or adaptivity are outside their ranges
    public AdaFace {
        Require.identities(identities);
        SCALE.check(scale);
        MARGIN.check(margin);
        ADAPTIVITY.check(adaptivity);
    }

    private static AdaFace of(int identities, Options told) {
        return new AdaFace(identities, told.of(SCALE), told.of(MARGIN), told.of(ADAPTIVITY));
    }

    @Override
    public Kind kind() {
        return KIND;
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
}
