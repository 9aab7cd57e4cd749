package dev.facewright.ml.torch;

import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Network;
import dev.facewright.ml.graph.Preprocessing;
import dev.facewright.ml.graph.Shapes;
import dev.facewright.ml.graph.Tensor;
import dev.facewright.ml.head.Head;
import java.util.Arrays;

/// Refuses a state that does not fit, in Java's words, before native code would in its own.
final class StateFit {
    private StateFit() {}

    static void check(Network network, Head head, TrainingState state) {
        FaceModel model = new FaceModel(network, state.network(), Preprocessing.ARCFACE);
        int[] centres = {head.identities(), Shapes.embeddingDimensions(model)};
        if (!Arrays.equals(state.centres().shape(), centres)) {
            throw new IllegalArgumentException("The head needs centres " + Arrays.toString(centres) + ", the state has "
                    + state.centres() + ": it belongs to another data set or model");
        }
        network.ops().stream()
                .flatMap(op -> op.parameters().stream())
                .forEach(name ->
                        same(name, state.network().get(name), state.velocities().get(name)));
        same(TrainingState.CENTRES, state.centres(), state.velocities().get(TrainingState.CENTRES));
    }

    private static void same(String name, Tensor value, Tensor velocity) {
        if (!Arrays.equals(value.shape(), velocity.shape())) {
            throw new IllegalArgumentException(name + " is a " + value + " but its momentum a " + velocity);
        }
    }
}
