package dev.facewright.ml.train;

/// How many steps a run has, each of them one update of the weights.
///
/// @param epochs  at least 1
/// @param stepsPerEpoch  at least 1
public record RunLength(int epochs, long stepsPerEpoch) {
    public RunLength {
        if (epochs < 1 || stepsPerEpoch < 1) {
            throw new IllegalArgumentException("No run has " + epochs + " epochs of " + stepsPerEpoch + " steps");
        }
    }

    public long steps() {
        return Math.multiplyExact(epochs, stepsPerEpoch);
    }
}
