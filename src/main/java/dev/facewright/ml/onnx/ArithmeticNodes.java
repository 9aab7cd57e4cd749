package dev.facewright.ml.onnx;

import dev.facewright.ml.graph.Op;
import dev.facewright.ml.graph.Tensor;

/// Reads `Add` and `Mul`: of two activations, or of one and a constant.
final class ArithmeticNodes {
    private static final double SLOPE_ROUNDING = 1e-6;

    private final GraphBuilder graph;
    private final LayerNodes layers;

    ArithmeticNodes(GraphBuilder graph, LayerNodes layers) {
        this.graph = graph;
        this.layers = layers;
    }

    void add(Node node) {
        node.refuseInputsBeyond(2);
        if (graph.isConstant(node, 0)) {
            addConstant(node, 1, 0);
        } else if (graph.isConstant(node, 1)) {
            addConstant(node, 0, 1);
        } else if (!isPrelu(node, 0, 1) && !isPrelu(node, 1, 0)) {
            String left = graph.activation(node, 0);
            String right = graph.activation(node, 1);
            graph.emit(node, new Op.Add(graph.names().value(node.output(), node), left, right));
        }
    }

    void multiply(Node node) {
        node.refuseInputsBeyond(2);
        if (graph.isConstant(node, 0)) {
            multiplyByConstant(node, 1, 0);
        } else if (graph.isConstant(node, 1)) {
            multiplyByConstant(node, 0, 1);
        } else {
            String left = graph.activation(node, 0);
            String right = graph.activation(node, 1);
            graph.emit(node, new Op.Mul(graph.names().value(node.output(), node), left, right));
        }
    }

    private void addConstant(Node node, int activationInput, int constantInput) {
        String activation = graph.activation(node, activationInput);
        if (!layers.addedAsBias(node, activation, activationInput, constantInput)) {
            graph.emit(node, ChannelScaling.shift(graph, node, activation, constantInput));
        }
    }

    private void multiplyByConstant(Node node, int activationInput, int constantInput) {
        String activation = graph.activation(node, activationInput);
        float[] factors = ChannelScaling.perChannel(node, graph.constant(node, constantInput), graph.shape(activation));
        graph.define(node.output(), new Value.Scaled(activation, node.input(constantInput), factors));
    }

    /// Recognises `a·x + (1 - a)·Relu(x)`, which is how a PReLU is written for speed.
    private boolean isPrelu(Node node, int direct, int rectified) {
        if (!(graph.value(node, direct) instanceof Value.Scaled slope)
                || !(graph.value(node, rectified) instanceof Value.Scaled rest)
                || !(graph.maker(rest.activation()).orElse(null) instanceof Op.Relu relu)
                || !relu.input().equals(slope.activation())
                || !addUpToOne(slope.factors(), rest.factors())) {
            return false;
        }
        String name = graph.weights()
                .add(
                        slope.constant() + "\nper channel " + slope.factors().length,
                        () -> graph.names().weight(slope.constant(), node, "slope"),
                        () -> Tensor.vector(slope.factors()));
        graph.emit(node, new Op.PRelu(graph.names().value(node.output(), node), relu.input(), name));
        return true;
    }

    private static boolean addUpToOne(float[] slope, float[] rest) {
        for (int i = 0; i < slope.length; i++) {
            double excess = (double) slope[i] + rest[i] - 1;
            if (!(Math.abs(excess) <= SLOPE_ROUNDING * (1 + Math.abs(slope[i])))) {
                return false;
            }
        }
        return true;
    }
}
