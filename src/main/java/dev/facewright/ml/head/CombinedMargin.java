package dev.facewright.ml.head;

import dev.facewright.ml.head.Option.Unit;
import java.util.List;

/// All three margins on the target class: s·(cos(m1·θ + m2) − m3).
/// Deng et al., *ArcFace*, CVPR 2019, eq. 4, <https://arxiv.org/abs/1801.07698>.
///
/// Beyond φ = m1·θ + m2 > π uses (−1)^k·cos φ − 2k with k = ⌊φ / π⌋ for the cosine, so the logit keeps falling as
/// θ grows: Liu et al., *SphereFace*, CVPR 2017, section 3.2, <https://arxiv.org/abs/1704.08063>.
///
/// @param identities  number of classes, at least 2
/// @param scale  s, in [1, 256]
/// @param angleFactor  m1, in [1, 4]
/// @param marginRadians  m2, in [0, 1.5]
/// @param cosineMargin  m3, in [0, 0.95]
public record CombinedMargin(
        int identities, double scale, double angleFactor, double marginRadians, double cosineMargin)
        implements CosineHead {
    public static final Option FACTOR =
            new Option("angleFactor", Unit.FACTOR, 1, 1, 4, "it multiplies the angle, 1 leaves it as it is");

    static final Kind KIND =
            new Kind("combinedmargin", List.of(SCALE, ArcFace.MARGIN, CosFace.MARGIN, FACTOR), CombinedMargin::of);

    /// @throws IllegalArgumentException if a margin is outside its range: 28.6 is degrees
    public CombinedMargin {
        Require.identities(identities);
        SCALE.check(scale);
        FACTOR.check(angleFactor);
        ArcFace.MARGIN.check(marginRadians);
        CosFace.MARGIN.check(cosineMargin);
    }

    private static CombinedMargin of(int identities, Options told) {
        return new CombinedMargin(
                identities, told.of(SCALE), told.of(FACTOR), told.of(ArcFace.MARGIN), told.of(CosFace.MARGIN));
    }

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Expression targetLogit() {
        Expression angle = Angles.angle().times(angleFactor).plus(marginRadians);
        return falling(new Expression.Cosine(angle), 0).plus(-cosineMargin).times(scale);
    }

    /// From the k-th half turn on; there are no more where the next begins beyond θ = π.
    private Expression falling(Expression cosine, int halfTurns) {
        Expression here = cosine.times(halfTurns % 2 == 0 ? 1 : -1).plus(-2.0 * halfTurns);
        double end = ((halfTurns + 1) * Math.PI - marginRadians) / angleFactor;
        return end < Math.PI ? new Expression.Above(StrictMath.cos(end), here, falling(cosine, halfTurns + 1)) : here;
    }
}
