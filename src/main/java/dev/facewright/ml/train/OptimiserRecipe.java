package dev.facewright.ml.train;

import dev.facewright.ml.torch.settings.OptimiserSettings;
import dev.facewright.ml.torch.settings.OptimiserSettings.Rule;
import java.util.List;

/// How gradients become steps.
///
/// @param kind  the rule
/// @param momentum  Nesterov's, or AdamW's beta 1; in [0, 1)
/// @param beta2  share of its mean square that AdamW keeps in a step; of no other rule
/// @param epsilon  keeps AdamW's steps small where gradients are about 0; of no other rule
/// @param weightDecay  of convolution, linear and head weights; norms, biases, positions and PReLU slopes have none.
///     Part of the gradient in SGD, beside it in AdamW
/// @param gradientClipNorm  the gradient's global norm is held at this; 0 for no limit
/// @param accumulationSteps  batches whose mean gradient makes one step; norms see one batch at a time
/// @param emaDecay  of the moving average of the weights that the finished model carries; 0 for the last weights
public record OptimiserRecipe(
        Kind kind,
        double momentum,
        double beta2,
        double epsilon,
        double weightDecay,
        double gradientClipNorm,
        int accumulationSteps,
        double emaDecay) {
    public enum Kind {
        /// Stochastic gradient descent with Nesterov's momentum.
        SGD,
        /// Adam with decoupled weight decay.
        ADAMW
    }

    private static final double USUAL_BETA2 = 0.999;
    private static final double USUAL_EPSILON = 1e-8;

    /// Descent with momentum, each batch a step, the last weights the model's.
    public OptimiserRecipe(double momentum, double weightDecay, double gradientClipNorm) {
        this(Kind.SGD, momentum, USUAL_BETA2, USUAL_EPSILON, weightDecay, gradientClipNorm, 1, 0);
    }

    public static OptimiserRecipe defaults() {
        return new OptimiserRecipe(0.9, 5e-4, 5);
    }

    /// @param emaDecay  0 for none
    static OptimiserRecipe adamW(double weightDecay, double gradientClipNorm, int accumulationSteps, double emaDecay) {
        return new OptimiserRecipe(
                Kind.ADAMW,
                0.9,
                USUAL_BETA2,
                USUAL_EPSILON,
                weightDecay,
                gradientClipNorm,
                accumulationSteps,
                emaDecay);
    }

    OptimiserRecipe accumulating(int steps) {
        return new OptimiserRecipe(kind, momentum, beta2, epsilon, weightDecay, gradientClipNorm, steps, emaDecay);
    }

    OptimiserSettings settings() {
        Rule rule = switch (kind) {
            case SGD -> new Rule.Sgd(momentum);
            case ADAMW -> new Rule.AdamW(momentum, beta2, epsilon);
        };
        return new OptimiserSettings(rule, weightDecay, gradientClipNorm, accumulationSteps, emaDecay);
    }

    List<RecipeProblem> problems() {
        FieldChecks checks = new FieldChecks();
        checks.range("momentum", momentum, 0, 0.999, "0.9 is usual");
        checks.range("beta2", beta2, 0, 0.99999, "0.999 is usual");
        checks.range("epsilon", epsilon, 1e-12, 0.1, "0.00000001 is usual");
        checks.range("weightDecay", weightDecay, 0, 1, "0.0005 is usual for SGD, 0.05 for AdamW");
        checks.range("gradientClipNorm", gradientClipNorm, 0, 1e6, "0 means no limit, 5 is usual");
        checks.range("accumulationSteps", accumulationSteps, 1, 1024, "it counts batches, 1 is none");
        checks.range("emaDecay", emaDecay, 0, 0.999999, "a share kept in a step, 0.9999 is usual, 0 is none");
        return checks.problems();
    }
}
