package dev.facewright.ml.train;

import dev.facewright.ml.torch.OptimiserSettings;
import java.util.List;

/// How gradients become steps.
///
/// @param momentum  Nesterov's, in [0, 1)
/// @param weightDecay  of convolution, linear and head weights; norms, biases and PReLU slopes have none
/// @param gradientClipNorm  the gradient's global norm is held at this; 0 for no limit
public record OptimiserRecipe(double momentum, double weightDecay, double gradientClipNorm) {
    public static OptimiserRecipe defaults() {
        return new OptimiserRecipe(0.9, 5e-4, 5);
    }

    OptimiserSettings settings() {
        return new OptimiserSettings(momentum, weightDecay, gradientClipNorm);
    }

    List<RecipeProblem> problems() {
        FieldChecks checks = new FieldChecks();
        checks.range("momentum", momentum, 0, 0.999, "0.9 is usual");
        checks.range("weightDecay", weightDecay, 0, 0.1, "0.0005 is usual");
        checks.range("gradientClipNorm", gradientClipNorm, 0, 1e6, "0 means no limit, 5 is usual");
        return checks.problems();
    }
}
