package dev.facewright.ml.torch.step;

import dev.facewright.ml.graph.Network;
import dev.facewright.ml.head.Objective;
import dev.facewright.ml.torch.objective.ObjectiveScript;
import dev.facewright.ml.torch.settings.TrainingSettings;
import dev.facewright.ml.torch.step.TrainingScript.Differentiation;
import dev.facewright.ml.torch.text.Arithmetic;
import dev.facewright.ml.torch.text.Script;
import dev.facewright.ml.torch.text.StateList;
import dev.facewright.ml.torch.update.OptimiserScript;
import java.util.List;

/// What a training step is written from, whether one device takes it or several do.
public record StepPlan(
        Network backbone,
        Objective objective,
        TrainingSettings settings,
        Differentiation differentiation,
        Arithmetic arithmetic) {
    ObjectiveScript goal() {
        return ObjectiveScript.of(objective, backbone);
    }

    /// @param read  the lists of the state that the gradient is worked out from
    StepGradient gradient(Script script, ObjectiveScript goal, OptimiserScript optimiser, List<StateList> read) {
        return new StepGradient(script, goal, optimiser, read, differentiation, arithmetic);
    }
}
