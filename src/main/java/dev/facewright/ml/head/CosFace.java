package dev.facewright.ml.head;

import static dev.facewright.ml.head.Expression.nearness;

import dev.facewright.ml.head.Option.Unit;
import java.util.List;

/// Takes a margin from the target's cosine: s·(cos θ − m).
/// Wang et al., *CosFace: Large Margin Cosine Loss for Deep Face Recognition*, CVPR 2018, eq. 4,
/// <https://arxiv.org/abs/1801.09414>.
///
/// @param identities  number of classes, at least 2
/// @param scale  s, in [1, 256]; 64 in the paper
/// @param cosineMargin  m, in [0, 0.95]; 0.35 in the paper
public record CosFace(int identities, double scale, double cosineMargin) implements CosineHead {
    public static final Option MARGIN =
            new Option("cosineMargin", Unit.COSINE, 0.35, 0, 0.95, "it is taken from a cosine, 0.35 is usual");

    static final Kind KIND =
            new Kind("cosface", List.of(SCALE, MARGIN), (n, told) -> new CosFace(n, told.of(SCALE), told.of(MARGIN)));

    /// @throws IllegalArgumentException if cosineMargin is outside [0, 0.95]: it is no angle
    public CosFace {
        Require.identities(identities);
        SCALE.check(scale);
        MARGIN.check(cosineMargin);
    }

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Expression targetLogit() {
        return nearness().plus(-cosineMargin).times(scale);
    }
}
