package dev.facewright.ml.torch;

import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Network;
import dev.facewright.ml.graph.Preprocessing;
import dev.facewright.ml.graph.Tensor;
import dev.facewright.ml.head.Objective;
import dev.facewright.ml.torch.objective.ObjectiveScript;
import dev.facewright.ml.torch.settings.TrainingSettings;
import dev.facewright.ml.torch.step.TrainingScript;
import java.util.Arrays;

/// Refuses a state that does not fit, in Java's words, before native code would in its own. Shapes alone are
/// compared: a state may be as large as memory allows.
final class StateFit {
    private StateFit() {}

    static void check(Network network, Objective objective, TrainingSettings settings, TrainingState state) {
        FaceModel model = new FaceModel(network, state.network(), Preprocessing.ARCFACE);
        ObjectiveScript.of(objective, network)
                .shapes(model)
                .forEach((name, shape) ->
                        check(name, shape, state.head().get(name), ": the state belongs to another data set or model"));
        TrainingScript.shapes(network, objective, settings, state.tensors())
                .forEach((name, shape) -> check(name, shape, state.optimiser().get(name), ""));
    }

    private static void check(String name, int[] expected, Tensor kept, String reason) {
        if (!Arrays.equals(expected, kept.shape())) {
            throw new IllegalArgumentException(
                    name + " is a " + kept + " but must be " + Arrays.toString(expected) + reason);
        }
    }
}
