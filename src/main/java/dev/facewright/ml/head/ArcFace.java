package dev.facewright.ml.head;

import static dev.facewright.ml.head.Expression.nearness;

/// Adds an angular margin to the target class: s·cos(θ + m).
/// Deng et al., *ArcFace*, CVPR 2019, eq. 3, <https://arxiv.org/abs/1801.07698>.
///
/// Beyond θ > π − m uses s·(cos θ − m·sin m), so the logit keeps falling as θ grows.
///
/// @param identities  number of classes, at least 2
/// @param scale  s, above 0; 64 in the paper
/// @param marginRadians  m, in [0, π/2); 0.5 in the paper
public record ArcFace(int identities, double scale, double marginRadians) implements Head {
    static final String NAME = "arcface";

    /// @throws IllegalArgumentException if marginRadians is outside [0, π/2): 28.6 is degrees
    public ArcFace {
        HeadLimits.identities(identities);
        HeadLimits.scale(scale);
        HeadLimits.angle(marginRadians);
    }

    @Override
    public String name() {
        return NAME;
    }

    /// cos(θ + m) = cos θ · cos m − sin θ · sin m, without an arc cosine, whose slope is infinite at ±1.
    @Override
    public Expression targetLogit() {
        if (marginRadians == 0) {
            return otherLogit();
        }
        double sinMargin = StrictMath.sin(marginRadians);
        Expression shifted = nearness()
                .times(StrictMath.cos(marginRadians))
                .plus(Angles.sine().times(-sinMargin));
        Expression beyond = nearness().plus(-marginRadians * sinMargin);
        return new Expression.Above(StrictMath.cos(Math.PI - marginRadians), shifted, beyond).times(scale);
    }

    @Override
    public Expression otherLogit() {
        return nearness().times(scale);
    }
}
