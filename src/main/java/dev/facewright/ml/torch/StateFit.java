package dev.facewright.ml.torch;

import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Network;
import dev.facewright.ml.graph.Preprocessing;
import dev.facewright.ml.graph.Tensor;
import dev.facewright.ml.graph.Weights;
import dev.facewright.ml.head.Objective;
import java.util.Arrays;

/// Refuses a state that does not fit, in Java's words, before native code would in its own.
final class StateFit {
    private StateFit() {}

    static void check(Network network, Objective objective, TrainingSettings settings, TrainingState state) {
        FaceModel model = new FaceModel(network, state.network(), Preprocessing.ARCFACE);
        ObjectiveScript.of(objective, network)
                .shapes(model)
                .forEach((name, shape) -> head(name, shape, state.head().get(name)));
        Weights expected = TrainingScript.fresh(network, objective, settings, state.tensors());
        expected.tensors()
                .forEach((name, tensor) -> same(name, tensor, state.optimiser().get(name)));
    }

    private static void head(String name, int[] expected, Tensor kept) {
        if (!Arrays.equals(expected, kept.shape())) {
            throw new IllegalArgumentException(name + " is a " + kept + " but must be " + Arrays.toString(expected)
                    + ": the state belongs to another data set or model");
        }
    }

    private static void same(String name, Tensor expected, Tensor kept) {
        if (!Arrays.equals(expected.shape(), kept.shape())) {
            throw new IllegalArgumentException(name + " is a " + kept + " but must be a " + expected);
        }
    }
}
