package dev.facewright.ml.head;

import static dev.facewright.ml.head.Expression.nearness;

import dev.facewright.ml.head.Option.Unit;
import java.util.List;

/// Adds an angular margin to the target class: s·cos(θ + m).
/// Deng et al., *ArcFace*, CVPR 2019, eq. 3, <https://arxiv.org/abs/1801.07698>.
///
/// Beyond θ > π − m uses s·(cos θ − m·sin m), so the logit keeps falling as θ grows.
///
/// @param identities  number of classes, at least 2
/// @param scale  s, in [1, 256]; 64 in the paper
/// @param marginRadians  m, in [0, 1.5]; 0.5 in the paper
public record ArcFace(int identities, double scale, double marginRadians) implements CosineHead {
    public static final Option MARGIN =
            new Option("marginRadians", Unit.RADIANS, 0.5, 0, 1.5, "it is an angle in radians, 0.5 is usual");

    static final Kind KIND = new Kind("arcface", List.of(SCALE, MARGIN), ArcFace::of);

    /// @throws IllegalArgumentException if marginRadians is outside [0, 1.5]: 28.6 is degrees
    public ArcFace {
        Require.identities(identities);
        SCALE.check(scale);
        MARGIN.check(marginRadians);
    }

    static ArcFace of(int identities, Options told) {
        return new ArcFace(identities, told.of(SCALE), told.of(MARGIN));
    }

    @Override
    public Kind kind() {
        return KIND;
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
}
