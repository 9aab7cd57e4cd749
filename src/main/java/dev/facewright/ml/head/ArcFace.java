package dev.facewright.ml.head;

import static dev.facewright.ml.head.Expression.cosine;

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

    // float32 knows 1 - cos² near 1 to about 1e-7; below this the sine's slope would be made of rounding.
    private static final double LEAST_SQUARED_SINE = 1e-6;

    /// @throws IllegalArgumentException if marginRadians is outside [0, π/2): 28.6 is degrees
    public ArcFace {
        if (identities < 2) {
            throw new IllegalArgumentException("ArcFace needs at least 2 identities, was " + identities);
        }
        if (!(scale > 0)) {
            throw new IllegalArgumentException("The scale must be above 0, was " + scale);
        }
        if (!(marginRadians >= 0 && marginRadians < Math.PI / 2)) {
            throw new IllegalArgumentException(
                    "The margin must be in [0, pi/2) radians, was " + marginRadians + ": is this in degrees?");
        }
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
        Expression squaredSine = cosine().times(cosine()).times(-1).plus(1);
        Expression sine = new Expression.Root(squaredSine, LEAST_SQUARED_SINE);
        Expression shifted = cosine().times(StrictMath.cos(marginRadians)).plus(sine.times(-sinMargin));
        Expression beyond = cosine().plus(-marginRadians * sinMargin);
        return new Expression.Above(StrictMath.cos(Math.PI - marginRadians), shifted, beyond).times(scale);
    }
}
