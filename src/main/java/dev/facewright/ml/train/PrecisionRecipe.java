package dev.facewright.ml.train;

import dev.facewright.ml.torch.settings.PrecisionSettings;
import java.util.List;

/// How exactly a step is worked out, and what it keeps in memory for its way back. Weights, norms, head and update
/// are float32 always.
///
/// @param type  of activations
/// @param lossScale  what the loss is multiplied with at first; of FP16 only
/// @param activationCheckpointing  whether activations are worked out again on the way back instead of kept
public record PrecisionRecipe(PrecisionSettings.Type type, double lossScale, boolean activationCheckpointing) {
    private static final double USUAL_SCALE = 65_536;

    /// float32 throughout, everything kept.
    public static PrecisionRecipe defaults() {
        return new PrecisionRecipe(PrecisionSettings.Type.FP32, USUAL_SCALE, false);
    }

    PrecisionSettings settings() {
        return new PrecisionSettings(type, lossScale, PrecisionSettings.GROWTH_STEPS, activationCheckpointing);
    }

    List<RecipeProblem> problems() {
        FieldChecks checks = new FieldChecks();
        checks.range("lossScale", lossScale, 1, 1 << 24, "a factor, 65536 is usual");
        return checks.problems();
    }
}
