package dev.facewright.ml.torch;

import dev.facewright.ml.graph.Tensor;
import dev.facewright.ml.graph.Weights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Writes the update of all parameters into a script, as a handful of calls on lists of tensors.
final class OptimiserScript {
    // Keeps the clip factor finite for a gradient of zero, as PyTorch does.
    private static final double CLIP_EPSILON = 1e-6;

    private static final String VELOCITIES = "velocities";
    private static final String VELOCITY = "velocity";

    private OptimiserScript() {}

    /// What is kept of each parameter.
    static List<StateList> lists(List<String> parameters) {
        return List.of(StateList.beside(parameters, VELOCITIES, VELOCITY));
    }

    /// What is kept before the first step: no momentum yet.
    ///
    /// @param values  has every parameter
    static Weights fresh(TrainingScript script, Weights values) {
        SequencedMap<String, Tensor> kept = new LinkedHashMap<>();
        for (String parameter : script.parameters()) {
            kept.put(
                    StateList.name(VELOCITY, parameter),
                    Tensor.filled(0, values.get(parameter).shape()));
        }
        return new Weights(kept);
    }

    /// @param gradients  a list variable, overwritten
    /// @param decayed  how many parameters decay: the first ones of the list
    /// @return the variable of the gradient's global norm, before clipping and decay
    static String write(Script script, OptimiserSettings settings, String parameters, String gradients, int decayed) {
        String norm = script.let("torch.norm(torch.stack(torch._foreach_norm(" + gradients + ", 2)))");
        if (settings.gradientClipNorm() > 0) {
            String limit = Script.number(settings.gradientClipNorm());
            String factor = "torch.mul(torch.reciprocal(torch.add(" + norm + ", " + Script.number(CLIP_EPSILON) + ")), "
                    + limit + ")";
            script.line("torch._foreach_mul_(" + gradients + ", torch.clamp_max(" + factor + ", 1.))");
        }
        String descent =
                settings.weightDecay() > 0 ? decay(script, settings, parameters, gradients, decayed) : gradients;
        String momentum = Script.number(settings.momentum());
        script.line("torch._foreach_mul_(" + VELOCITIES + ", " + momentum + ")");
        add(script, VELOCITIES, descent, 1);
        add(script, descent, VELOCITIES, settings.momentum());
        script.line("torch._foreach_mul_(" + descent + ", torch.neg(rate))");
        add(script, parameters, descent, 1);
        return norm;
    }

    /// Not in place: TorchScript takes a write to a part of a list for one that nobody reads, and drops it.
    private static String decay(
            Script script, OptimiserSettings settings, String parameters, String gradients, int decayed) {
        String factor = Script.number(settings.weightDecay());
        String first = "torch._foreach_add(" + gradients + "[:" + decayed + "], " + parameters + "[:" + decayed
                + "], alpha=" + factor + ")";
        return script.let("torch.add(" + first + ", " + gradients + "[" + decayed + ":])");
    }

    private static void add(Script script, String to, String what, double factor) {
        script.line("torch._foreach_add_(" + to + ", " + what + ", alpha=" + Script.number(factor) + ")");
    }
}
