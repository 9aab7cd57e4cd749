package dev.facewright.ml.torch.text;

import dev.facewright.ml.torch.settings.PrecisionSettings;

/// Which type activations have in memory, and in which type products are worked out, as PyTorch numbers them.
///
/// @param stored  of activations, and what weights are rounded to
/// @param multiplied  of convolutions, linear layers and attention inside
public record Arithmetic(int stored, int multiplied) {
    private static final int FLOAT32 = 6;
    private static final int BFLOAT16 = 15;
    private static final int FLOAT16 = 5;

    public static final Arithmetic FULL = new Arithmetic(FLOAT32, FLOAT32);

    /// The sums are float32 either way.
    ///
    /// @param multipliesShort  whether the device multiplies short numbers as they are
    public static Arithmetic of(PrecisionSettings.Type type, boolean multipliesShort) {
        int stored = switch (type) {
            case FP32 -> FLOAT32;
            case BF16 -> BFLOAT16;
            case FP16 -> FLOAT16;
        };
        return new Arithmetic(stored, multipliesShort ? stored : FLOAT32);
    }

    boolean mixed() {
        return stored != FLOAT32;
    }

    /// The expression of an activation as a product takes it.
    String factor(String activation) {
        return multiplied == stored ? activation : cast(activation, multiplied);
    }

    /// The expression of a weight, rounded as it is in memory beside activations.
    String rounded(String weight) {
        return mixed() ? cast(weight, stored) : weight;
    }

    /// The expression of a product or an image as it is stored.
    String stored(String value) {
        return mixed() ? cast(value, stored) : value;
    }

    /// The expression of an activation as norms and heads take it.
    String full(String value) {
        return mixed() ? cast(value, FLOAT32) : value;
    }

    private static String cast(String value, int type) {
        return "torch.to(" + value + ", " + type + ", False, False, None)";
    }
}
