package dev.facewright.ml.torch.settings;

/// How exactly a step is worked out, and what it keeps in memory for its way back. Weights, norms, head and update
/// are float32 always.
///
/// Micikevicius et al., *Mixed precision training*, ICLR 2018, <https://arxiv.org/abs/1710.03740>.
///
/// @param type  of activations, and of what convolutions and linear layers multiply
/// @param lossScale  what the loss is multiplied with at first, so that small gradients are numbers in float16; of
///     no other type
/// @param growthSteps  steps without an overflow after which the scale doubles; each overflow halves it
/// @param activationCheckpointing  whether activations are worked out again on the way back instead of kept
public record PrecisionSettings(Type type, double lossScale, int growthSteps, boolean activationCheckpointing) {
    /// Of floating-point numbers.
    public enum Type {
        /// 8 bits of exponent, 23 of fraction.
        FP32,
        /// 8 bits of exponent, 7 of fraction: float32 cut short.
        BF16,
        /// 5 bits of exponent, 10 of fraction: nothing above 65504.
        FP16
    }

    /// As in PyTorch.
    public static final int GROWTH_STEPS = 2000;

    /// float32 throughout, everything kept.
    public static final PrecisionSettings FULL = new PrecisionSettings(Type.FP32, 1, GROWTH_STEPS, false);

    public PrecisionSettings {
        if (!(lossScale >= 1 && Double.isFinite(lossScale)) || growthSteps < 1) {
            throw new IllegalArgumentException(
                    "A loss scale of " + lossScale + " that grows every " + growthSteps + " steps is none");
        }
    }

    /// Whether gradients may overflow for the type's sake alone.
    public boolean scaled() {
        return type == Type.FP16;
    }
}
