package dev.facewright.ml.torch.update;

import dev.facewright.ml.graph.Tensor;
import dev.facewright.ml.graph.WeightShapes;
import dev.facewright.ml.graph.Weights;
import dev.facewright.ml.torch.settings.PrecisionSettings;
import dev.facewright.ml.torch.text.Learnt;
import dev.facewright.ml.torch.text.Script;
import dev.facewright.ml.torch.text.StateList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Multiplies the loss, so that gradients too small for float16 are numbers in it, and seeks the largest factor that
/// makes none of them overflow: a step that overflows changes no weight and halves the factor, many good ones double
/// it. Micikevicius et al., *Mixed precision training*, ICLR 2018, section 3.2.
///
/// @param precision  of a scaled type
public record LossScaleScript(PrecisionSettings precision) implements UpdatePart {
    public static final String SCALE = "scaler:scale";
    static final String GOOD_STEPS = "scaler:good-steps";
    public static final String SKIPPED_STEPS = "scaler:skipped-steps";

    public static final String SCALER = "scaler";
    private static final String GROWTH = Script.number(2);
    private static final String BACKOFF = Script.number(0.5);

    @Override
    public List<StateList> lists(Learnt learnt) {
        return List.of(new StateList(SCALER, List.of(SCALE, GOOD_STEPS, SKIPPED_STEPS)));
    }

    @Override
    public SequencedMap<String, int[]> shapes(Learnt learnt, WeightShapes values) {
        SequencedMap<String, int[]> shapes = new LinkedHashMap<>();
        List.of(SCALE, GOOD_STEPS, SKIPPED_STEPS).forEach(name -> shapes.put(name, new int[] {1}));
        return shapes;
    }

    @Override
    public SequencedMap<String, Tensor> fresh(Learnt learnt, Weights values) {
        SequencedMap<String, Tensor> fresh = UpdatePart.super.fresh(learnt, values);
        fresh.put(SCALE, Tensor.vector((float) precision.lossScale()));
        return fresh;
    }

    /// The tensors' variables come first: what is written to a part of a list inside a branch must be read from
    /// a name.
    void begin(Script script) {
        script.line("scale = " + SCALER + "[0]");
        script.line("good_steps = " + SCALER + "[1]");
        script.line("skipped_steps = " + SCALER + "[2]");
        script.line("scale_now = torch.clone(torch.squeeze(scale))");
    }

    /// The expression of a loss whose gradients fit.
    String scaled(String loss) {
        return "torch.mul(" + loss + ", scale_now)";
    }

    void unscale(Script script, String gradients) {
        script.line("torch._foreach_mul_(" + gradients + ", torch.reciprocal(scale_now))");
    }

    /// @param norm  the variable of the gradient's norm
    /// @param update  writes what only a step that did not overflow does
    void guard(Script script, String norm, Runnable update) {
        String overflow = "torch.rsub(torch.to(torch.isfinite(" + norm + "), 6, False, False, None), 1)";
        script.line("overflow = " + overflow);
        script.block("if bool(torch.isfinite(" + norm + ")):", () -> {
            update.run();
            script.line("torch.add_(good_steps, 1)");
            script.block("if bool(torch.ge(good_steps, " + precision.growthSteps() + ")):", () -> {
                script.line("torch.mul_(scale, " + GROWTH + ")");
                script.line("torch.zero_(good_steps)");
            });
        });
        script.block("else:", () -> {
            script.line("torch.mul_(scale, " + BACKOFF + ")");
            script.line("torch.zero_(good_steps)");
            script.line("torch.add_(skipped_steps, 1)");
        });
    }

    /// Expressions of whether this step was skipped, how many were, and the scale it used.
    List<String> outcome() {
        return List.of("overflow", "torch.squeeze(skipped_steps)", "scale_now");
    }
}
