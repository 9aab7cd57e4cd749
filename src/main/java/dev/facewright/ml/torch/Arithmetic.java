package dev.facewright.ml.torch;

/// Which type activations have in memory, and in which type products are worked out, as PyTorch numbers them.
///
/// @param stored  of activations, and what weights are rounded to
/// @param multiplied  of convolutions, linear layers and attention inside
record Arithmetic(int stored, int multiplied) {
    static final int FLOAT32 = 6;
    private static final int BFLOAT16 = 15;
    private static final int FLOAT16 = 5;

    static final Arithmetic FULL = new Arithmetic(FLOAT32, FLOAT32);

    /// Only kernels of a GPU multiply short numbers faster. On a processor PyTorch has none that are both right and
    /// fast (see `TorchEngine` on AVX-512): a convolution takes 4 to 36 times as long, so there short numbers are
    /// stored, and multiplied as float32. The sums are float32 either way.
    static Arithmetic of(PrecisionSettings.Type type, TorchDevice.Kind device) {
        int stored = switch (type) {
            case FP32 -> FLOAT32;
            case BF16 -> BFLOAT16;
            case FP16 -> FLOAT16;
        };
        return switch (device) {
            case CPU -> new Arithmetic(stored, FLOAT32);
            case CUDA -> new Arithmetic(stored, stored);
        };
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
