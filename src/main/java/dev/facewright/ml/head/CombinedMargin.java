package dev.facewright.ml.head;

import static dev.facewright.ml.head.Expression.nearness;

/// All three margins on the target class: s·(cos(m1·θ + m2) − m3).
/// Deng et al., *ArcFace*, CVPR 2019, eq. 4, <https://arxiv.org/abs/1801.07698>.
///
/// Beyond φ = m1·θ + m2 > π uses (−1)^k·cos φ − 2k with k = ⌊φ / π⌋ for the cosine, so the logit keeps falling as
/// θ grows: Liu et al., *SphereFace*, CVPR 2017, section 3.2, <https://arxiv.org/abs/1704.08063>.
///
/// @param identities  number of classes, at least 2
/// @param scale  s, above 0
/// @param angleFactor  m1, in [1, 4]
/// @param marginRadians  m2, in [0, π/2)
/// @param cosineMargin  m3, in [0, 1)
public record CombinedMargin(
        int identities, double scale, double angleFactor, double marginRadians, double cosineMargin) implements Head {
    static final String NAME = "combinedmargin";

    /// @throws IllegalArgumentException if a margin is outside its range: 28.6 is degrees
    public CombinedMargin {
        HeadLimits.identities(identities);
        HeadLimits.scale(scale);
        if (!(angleFactor >= 1 && angleFactor <= 4)) {
            throw new IllegalArgumentException("The angle's factor must be in [1, 4], was " + angleFactor);
        }
        HeadLimits.angle(marginRadians);
        HeadLimits.cosine(cosineMargin);
    }

    @Override
    public String name() {
        return NAME;
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

    @Override
    public Expression otherLogit() {
        return nearness().times(scale);
    }
}
