package dev.facewright.ml.backbone;

import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Network;
import dev.facewright.ml.graph.NetworkCost;
import dev.facewright.ml.graph.Preprocessing;
import dev.facewright.ml.graph.Tensor;
import dev.facewright.ml.graph.Weights;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Random;
import java.util.SequencedMap;

/// A network whose weights are known but not made: its cost can be told without the memory it will take.
public final class Blueprint {
    private final Network network;
    private final SequencedMap<String, FreshWeight> weights;

    Blueprint(Network network, SequencedMap<String, FreshWeight> weights) {
        this.network = network;
        this.weights = weights;
    }

    public Network network() {
        return network;
    }

    /// What the network will cost for one image.
    public NetworkCost cost() {
        return NetworkCost.of(
                network, name -> Objects.requireNonNull(weights.get(name)).shape());
    }

    /// Draws the weights, one after another from one generator.
    FaceModel build(long seed) {
        // Its Gaussian numbers are specified bit by bit, those of the newer generators are not.
        Random random = new Random(seed);
        SequencedMap<String, Tensor> made = new LinkedHashMap<>();
        weights.forEach((name, weight) -> made.put(name, weight.make(random)));
        return new FaceModel(network, new Weights(made), Preprocessing.ARCFACE);
    }

    /// A weight that has not been made yet.
    ///
    /// @param shape  dimensions, outermost first
    record FreshWeight(Initialiser initialiser, int... shape) {
        Tensor make(Random random) {
            return new Tensor(shape, initialiser.values(Arrays.stream(shape).reduce(1, Math::multiplyExact), random));
        }
    }
}
