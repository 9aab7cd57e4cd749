package dev.facewright.ml.head;

import dev.facewright.ml.head.Option.Unit;
import java.util.Optional;

/// A head of which each step sees only a sample of the centres: the others cost neither time nor memory, are not
/// moved, and keep their momentum. See `CentreSampling` for the paper.
///
/// @param rate  share of the centres in a step, in [0.1, 1]
/// @param seed  of the draw, which depends on nothing else but the step and its labels
public record PartialFc(Head head, double rate, long seed) implements WrappedHead {
    public static final Option RATE = new Option("centreSamplingRate", Unit.SHARE, 1, 0.1, 1, "a share, 1 is all");

    /// @throws IllegalArgumentException if the rate is outside [0.1, 1]: 10 is per cent
    public PartialFc {
        RATE.check(rate);
    }

    @Override
    public Optional<CentreSampling> sampling() {
        return Optional.of(new CentreSampling(identities(), rate, seed));
    }
}
