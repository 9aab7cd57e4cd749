package dev.facewright.ml.torch.update;

import dev.facewright.ml.graph.WeightShapes;
import dev.facewright.ml.torch.settings.OptimiserSettings.Rule;
import dev.facewright.ml.torch.text.Learnt;
import dev.facewright.ml.torch.text.Script;
import dev.facewright.ml.torch.text.StateList;
import java.util.List;
import java.util.SequencedMap;

/// m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², and the step is m̂ / (√v̂ + ε) plus the decay, where m̂ and v̂ are what
/// the means would be had they not begun at zero.
record AdamWScript(Rule.AdamW rule) implements RuleScript {
    private static final String MEANS = "means";
    private static final String MEAN = "mean";
    private static final String SQUARES = "squares";
    private static final String SQUARE = "square";
    private static final String UPDATES = "adam_updates";

    /// How many updates there were, float32 `[1]`: exact up to 2²⁴.
    static final String COUNT = "adam:updates";

    @Override
    public List<StateList> lists(Learnt learnt) {
        return List.of(
                StateList.beside(learnt.parameters(), MEANS, MEAN),
                StateList.beside(learnt.parameters(), SQUARES, SQUARE),
                new StateList(UPDATES, List.of(COUNT)));
    }

    @Override
    public SequencedMap<String, int[]> shapes(Learnt learnt, WeightShapes values) {
        SequencedMap<String, int[]> shapes = UpdatePart.beside(learnt.parameters(), MEAN, values);
        shapes.putAll(UpdatePart.beside(learnt.parameters(), SQUARE, values));
        shapes.put(COUNT, new int[] {1});
        return shapes;
    }

    @Override
    public String write(Script script, String gradients, Decay decay) {
        script.line("torch._foreach_add_(" + UPDATES + ", 1.)");
        mean(script, rule.beta1(), MEANS, "torch._foreach_mul(" + gradients + ", " + rest(rule.beta1()) + ")");
        String squares = script.let("torch._foreach_mul(" + gradients + ", " + gradients + ")");
        script.line("torch._foreach_mul_(" + squares + ", " + rest(rule.beta2()) + ")");
        mean(script, rule.beta2(), SQUARES, squares);
        String roots = script.let("torch._foreach_sqrt(" + SQUARES + ")");
        script.line("torch._foreach_div_(" + roots + ", torch.sqrt(" + warmth(script, rule.beta2()) + "))");
        script.line("torch._foreach_add_(" + roots + ", " + Script.number(rule.epsilon()) + ")");
        String step = script.let("torch._foreach_div(" + MEANS + ", " + roots + ")");
        script.line("torch._foreach_div_(" + step + ", " + warmth(script, rule.beta1()) + ")");
        return decay.addTo(step);
    }

    private static void mean(Script script, double beta, String means, String addition) {
        script.line("torch._foreach_mul_(" + means + ", " + Script.number(beta) + ")");
        script.line("torch._foreach_add_(" + means + ", " + addition + ", alpha=1.)");
    }

    /// 1 − βᵗ in float64: in float32 the first of them would have four digits.
    private static String warmth(Script script, double beta) {
        String updates = "torch.to(torch.squeeze(" + UPDATES + "[0]), 7, False, False, None)";
        return script.let("torch.rsub(torch.pow(" + Script.number(beta) + ", " + updates + "), 1.)");
    }

    private static String rest(double beta) {
        return Script.number(1 - beta);
    }
}
