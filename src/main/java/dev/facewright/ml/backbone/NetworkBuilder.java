package dev.facewright.ml.backbone;

import dev.facewright.ml.backbone.Blueprint.FreshWeight;
import dev.facewright.ml.graph.Network;
import dev.facewright.ml.graph.Op;
import dev.facewright.ml.graph.Shapes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.IntFunction;

/// Adds one operation after another together with its weights. Each call names its value and returns that name.
final class NetworkBuilder {
    static final String INPUT = "input";

    private static final int CHANNELS = 3;
    private static final int SIDE = 112;
    private static final double EPSILON = 1e-5;

    private final List<Op> ops = new ArrayList<>();
    private final Map<String, int[]> shapes = new HashMap<>(Map.of(INPUT, new int[] {CHANNELS, SIDE, SIDE}));
    private final SequencedMap<String, FreshWeight> weights = new LinkedHashMap<>();
    private final Activation activation;
    private final IntFunction<Initialiser> convolutions;

    /// @param activation  what `activate` adds
    /// @param convolutions  how their weights begin, by the number of inputs a unit
    NetworkBuilder(Activation activation, IntFunction<Initialiser> convolutions) {
        this.activation = activation;
        this.convolutions = convolutions;
    }

    /// Without bias, as a norm follows.
    String conv(String name, String input, int out, int kernel, int stride, int padding, int groups) {
        String weight = kernel(name, input, out, kernel, groups);
        return add(new Op.Conv2d(name, input, weight, null, stride, padding, groups));
    }

    /// Over all channels, with a bias that begins at 0, and without padding.
    String biased(String name, String input, int out, int kernel, int stride) {
        String weight = kernel(name, input, out, kernel, 1);
        return add(new Op.Conv2d(name, input, weight, filled(name + ".bias", 0, out), stride, 0, 1));
    }

    private String kernel(String name, String input, int out, int kernel, int groups) {
        int depth = channels(input) / groups;
        Initialiser initialiser = convolutions.apply(depth * kernel * kernel);
        return weight(name + ".weight", initialiser, out, depth, kernel, kernel);
    }

    /// Convolution that keeps the size at stride 1, then BatchNorm.
    String convNorm(String name, String input, int out, int kernel, int stride, int groups) {
        return norm(name + ".norm", conv(name, input, out, kernel, stride, kernel / 2, groups));
    }

    /// Convolution that keeps the size at stride 1, BatchNorm, activation.
    String active(String name, String input, int out, int kernel, int stride, int groups) {
        return activate(name, convNorm(name, input, out, kernel, stride, groups));
    }

    String norm(String name, String input) {
        int channels = channels(input);
        return add(new Op.BatchNorm(
                name,
                input,
                filled(name + ".gamma", 1, channels),
                filled(name + ".beta", 0, channels),
                filled(name + ".mean", 0, channels),
                filled(name + ".variance", 1, channels),
                EPSILON));
    }

    String activate(String name, String input) {
        return switch (activation) {
            case PRELU -> {
                String slope = filled(name + ".prelu.slope", activation.slope(), channels(input));
                yield add(new Op.PRelu(name + ".prelu", input, slope));
            }
            case RELU -> add(new Op.Relu(name + ".relu", input));
            case LEAKY_RELU -> add(new Op.LeakyRelu(name + ".leaky", input, activation.slope()));
        };
    }

    /// @param initialiser  of the weight; the bias begins with the same where `biasInitialiser` says so
    String linear(String name, String input, int out, Initialiser initialiser, Initialiser biasInitialiser) {
        int[] in = shape(input);
        String weight = weight(name + ".weight", initialiser, out, in[in.length - 1]);
        return add(new Op.Linear(name, input, weight, weight(name + ".bias", biasInitialiser, out)));
    }

    String add(Op op) {
        shapes.put(
                op.output(),
                Shapes.after(
                        op,
                        shapes,
                        name -> Objects.requireNonNull(weights.get(name)).shape()));
        ops.add(op);
        return op.output();
    }

    String weight(String name, Initialiser initialiser, int... shape) {
        weights.put(name, new FreshWeight(initialiser, shape));
        return name;
    }

    /// Of a map, or features of a vector.
    int channels(String value) {
        return shape(value)[0];
    }

    int[] shape(String value) {
        return Objects.requireNonNull(shapes.get(value), value);
    }

    Blueprint plan(String name, String output) {
        return new Blueprint(new Network(name, INPUT, CHANNELS, SIDE, ops, output), weights);
    }

    private String filled(String name, float value, int size) {
        return weight(name, new Initialiser.Constant(value), size);
    }
}
