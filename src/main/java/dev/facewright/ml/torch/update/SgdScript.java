package dev.facewright.ml.torch.update;

import dev.facewright.ml.graph.WeightShapes;
import dev.facewright.ml.torch.settings.OptimiserSettings.Rule;
import dev.facewright.ml.torch.text.Learnt;
import dev.facewright.ml.torch.text.Script;
import dev.facewright.ml.torch.text.StateList;
import java.util.List;
import java.util.SequencedMap;

/// Descent with Nesterov's momentum: v ← μv + g, and the step is g + μv.
record SgdScript(Rule.Sgd rule) implements RuleScript {
    private static final String VELOCITIES = "velocities";
    private static final String VELOCITY = "velocity";

    @Override
    public List<StateList> lists(Learnt learnt) {
        return List.of(StateList.beside(learnt.parameters(), VELOCITIES, VELOCITY));
    }

    @Override
    public SequencedMap<String, int[]> shapes(Learnt learnt, WeightShapes values) {
        return UpdatePart.beside(learnt.parameters(), VELOCITY, values);
    }

    @Override
    public String write(Script script, String gradients, Decay decay) {
        String descent = decay.addTo(gradients);
        String momentum = Script.number(rule.momentum());
        script.line("torch._foreach_mul_(" + VELOCITIES + ", " + momentum + ")");
        script.line("torch._foreach_add_(" + VELOCITIES + ", " + descent + ", alpha=1.)");
        script.line("torch._foreach_add_(" + descent + ", " + VELOCITIES + ", alpha=" + momentum + ")");
        return descent;
    }
}
