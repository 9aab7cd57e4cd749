package dev.facewright.ml.torch.update;

import dev.facewright.ml.graph.Tensor;
import dev.facewright.ml.graph.WeightShapes;
import dev.facewright.ml.graph.Weights;
import dev.facewright.ml.torch.settings.TrainingSettings;
import dev.facewright.ml.torch.text.Learnt;
import dev.facewright.ml.torch.text.Script;
import dev.facewright.ml.torch.text.StateList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Writes what a step does once it has its gradient: clipping, the update of all parameters, and their average.
///
/// @param decayed  how many parameters decay: the first ones of the list
public record OptimiserScript(TrainingSettings settings, Learnt learnt, int decayed) {
    // Keeps the clip factor finite for a gradient of zero, as PyTorch does.
    private static final double CLIP_EPSILON = 1e-6;

    public List<StateList> lists() {
        return parts().stream().flatMap(part -> part.lists(learnt).stream()).toList();
    }

    /// What is kept before the first step.
    ///
    /// @param values  has everything that is learnt
    public Weights fresh(Weights values) {
        SequencedMap<String, Tensor> kept = new LinkedHashMap<>();
        parts().forEach(part -> kept.putAll(part.fresh(learnt, values)));
        return new Weights(kept);
    }

    /// What each of these must look like, by name.
    ///
    /// @param values  has everything that is learnt
    public SequencedMap<String, int[]> shapes(WeightShapes values) {
        SequencedMap<String, int[]> shapes = new LinkedHashMap<>();
        parts().forEach(part -> shapes.putAll(part.shapes(learnt, values)));
        return shapes;
    }

    private List<UpdatePart> parts() {
        List<UpdatePart> parts = new ArrayList<>(List.of(rule()));
        if (settings.optimiser().averageDecay() > 0) {
            parts.add(average());
        }
        if (settings.precision().scaled()) {
            parts.add(scaling());
        }
        return parts;
    }

    /// Written before the loss.
    public void begin(Script script) {
        if (settings.precision().scaled()) {
            scaling().begin(script);
        }
    }

    /// The expression that the gradient is taken of.
    public String scaled(String loss) {
        return settings.precision().scaled() ? scaling().scaled(loss) : loss;
    }

    /// Expressions of what a step tells beside loss, hits and norm.
    public List<String> results() {
        return settings.precision().scaled() ? scaling().outcome() : List.of();
    }

    private LossScaleScript scaling() {
        return new LossScaleScript(settings.precision());
    }

    private RuleScript rule() {
        return RuleScript.of(settings.optimiser().rule());
    }

    private AverageScript average() {
        return new AverageScript(settings.optimiser().averageDecay());
    }

    /// @param gradients  a list variable, overwritten
    /// @return the variable of the gradient's global norm, before clipping and decay
    public String write(Script script, String gradients) {
        if (settings.precision().scaled()) {
            scaling().unscale(script, gradients);
        }
        String norm = script.let("torch.norm(torch.stack(torch._foreach_norm(" + gradients + ", 2)))");
        if (settings.precision().scaled()) {
            scaling().guard(script, norm, () -> update(script, gradients, norm));
        } else {
            update(script, gradients, norm);
        }
        return norm;
    }

    private void update(Script script, String gradients, String norm) {
        clip(script, gradients, norm);
        String step = rule().write(script, gradients, list -> decay(script, list));
        script.line("torch._foreach_mul_(" + step + ", torch.neg(rate))");
        script.line("torch._foreach_add_(" + Learnt.PARAMETERS + ", " + step + ", alpha=1.)");
        if (settings.optimiser().averageDecay() > 0) {
            average().write(script, learnt);
        }
    }

    private void clip(Script script, String gradients, String norm) {
        double most = settings.optimiser().gradientClipNorm();
        if (most > 0) {
            String factor = "torch.mul(torch.reciprocal(torch.add(" + norm + ", " + Script.number(CLIP_EPSILON) + ")), "
                    + Script.number(most) + ")";
            script.line("torch._foreach_mul_(" + gradients + ", torch.clamp_max(" + factor + ", 1.))");
        }
    }

    /// Not in place: TorchScript takes a write to a part of a list for one that nobody reads, and drops it.
    private String decay(Script script, String list) {
        double factor = settings.optimiser().weightDecay();
        if (factor == 0) {
            return list;
        }
        String first = "torch._foreach_add(" + list + "[:" + decayed + "], " + Learnt.PARAMETERS + "[:" + decayed
                + "], alpha=" + Script.number(factor) + ")";
        return script.let("torch.add(" + first + ", " + list + "[" + decayed + ":])");
    }
}
