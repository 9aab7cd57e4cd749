package dev.facewright.ml.onnx;

import dev.facewright.ml.graph.Op;
import dev.facewright.ml.graph.Tensor;
import java.util.function.BiFunction;

/// Reads the nodes that act on each value by itself.
final class ActivationNodes {
    private final GraphBuilder graph;

    ActivationNodes(GraphBuilder graph) {
        this.graph = graph;
    }

    /// A node with one activation and nothing to set.
    void plain(Node node, BiFunction<String, String, Op> op) {
        node.refuseInputsBeyond(1);
        String input = graph.activation(node, 0);
        graph.emit(node, op.apply(graph.names().value(node.output(), node), input));
    }

    void leakyRelu(Node node) {
        double slope = node.number("alpha", 0.01);
        if (!Double.isFinite(slope)) {
            throw node.unsupported("alpha = " + slope + " is not supported");
        }
        plain(node, (output, input) -> new Op.LeakyRelu(output, input, slope));
    }

    /// With `min(1, max(0, x / 6 + 1 / 2))` the one of MobileNetV3; ONNX means another if nothing is said.
    void hardSigmoid(Node node) {
        double alpha = node.number("alpha", 0.2);
        double beta = node.number("beta", 0.5);
        if (Math.abs(alpha - 1 / 6.0) > 1e-6 || beta != 0.5) {
            throw node.unsupported("alpha = " + alpha + ", beta = " + beta + "; 1/6 and 0.5 are supported");
        }
        plain(node, Op.HardSigmoid::new);
    }

    void prelu(Node node) {
        node.refuseInputsBeyond(2);
        String input = graph.activation(node, 0);
        String slope = graph.channelWeight(node, 1, "slope", input);
        graph.emit(node, new Op.PRelu(graph.names().value(node.output(), node), input, slope));
    }

    /// The limits are attributes up to operator set 10 and inputs from 11 on; one left out is infinite.
    void clip(Node node) {
        node.refuseInputsBeyond(3);
        double minimum = limit(node, "min", 1, Double.NEGATIVE_INFINITY);
        double maximum = limit(node, "max", 2, Double.POSITIVE_INFINITY);
        if (!(minimum <= maximum)) {
            throw node.unsupported("its minimum " + minimum + " is not below its maximum " + maximum);
        }
        String input = graph.activation(node, 0);
        String output = graph.names().value(node.output(), node);
        boolean relu = minimum == 0 && maximum == Double.POSITIVE_INFINITY;
        graph.emit(node, relu ? new Op.Relu(output, input) : new Op.Clip(output, input, minimum, maximum));
    }

    private double limit(Node node, String attribute, int input, double otherwise) {
        double value = node.number(attribute, otherwise);
        if (!node.hasInput(input)) {
            return value;
        }
        Tensor tensor = TensorReader.floats(graph.constant(node, input));
        if (tensor.size() != 1) {
            throw node.unsupported("its " + attribute + " has " + tensor.size() + " values; one is supported");
        }
        return tensor.floats()[0];
    }
}
