package dev.facewright.ml.onnx;

import dev.facewright.ml.graph.Op;
import java.util.Arrays;

/// Reads `Add`, `Mul` and `Div`: of two activations, or of one and a constant.
final class ArithmeticNodes {
    private final GraphBuilder graph;
    private final LayerNodes layers;
    private final SequenceNodes sequences;
    private final AttentionNodes attention;
    private final RewrittenPRelu prelu;

    ArithmeticNodes(GraphBuilder graph, LayerNodes layers, SequenceNodes sequences, AttentionNodes attention) {
        this.graph = graph;
        this.layers = layers;
        this.sequences = sequences;
        this.attention = attention;
        this.prelu = new RewrittenPRelu(graph);
    }

    void add(Node node) {
        node.refuseInputsBeyond(2);
        if (graph.isConstant(node, 0)) {
            addConstant(node, 1, 0);
        } else if (graph.isConstant(node, 1)) {
            addConstant(node, 0, 1);
        } else if (!prelu.read(node)) {
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
        } else if (graph.value(node, 0) instanceof Value.GeluPart part) {
            sequences.multiplyWithGelu(node, part, 1);
        } else if (graph.value(node, 1) instanceof Value.GeluPart part) {
            sequences.multiplyWithGelu(node, part, 0);
        } else {
            multiplyActivations(node, graph.activation(node, 0), graph.activation(node, 1));
        }
    }

    /// By a constant.
    void divide(Node node) {
        node.refuseInputsBeyond(2);
        if (graph.value(node, 0) instanceof Value.AttentionPart part) {
            attention.scale(node, part, 1, true);
            return;
        }
        String activation = graph.activation(node, 0);
        float[] factors = ChannelScaling.perChannel(node, graph.constant(node, 1), graph.shape(activation))
                .clone();
        for (int i = 0; i < factors.length; i++) {
            factors[i] = 1 / factors[i];
            if (!Float.isFinite(factors[i])) {
                throw node.unsupported("divides by zero");
            }
        }
        graph.define(node.output(), new Value.Scaled(activation, "1/" + node.input(1), factors));
    }

    private void multiplyActivations(Node node, String left, String right) {
        String output = graph.names().value(node.output(), node);
        int[] leftShape = graph.shape(left);
        int[] rightShape = graph.shape(right);
        if (leftShape.length != 3 || Arrays.equals(leftShape, rightShape)) {
            graph.emit(node, new Op.Mul(output, left, right));
        } else if (leftShape[1] == 1 && leftShape[2] == 1) {
            graph.emit(node, new Op.ChannelScale(output, right, left));
        } else {
            graph.emit(node, new Op.ChannelScale(output, left, right));
        }
    }

    private void addConstant(Node node, int activationInput, int constantInput) {
        if (graph.value(node, activationInput) instanceof Value.GeluPart part) {
            sequences.addToGelu(node, part, constantInput);
            return;
        }
        String activation = graph.activation(node, activationInput);
        if (!sequences.addedAsPosition(node, activation, constantInput)
                && !layers.addedAsBias(node, activation, activationInput, constantInput)) {
            graph.emit(node, ChannelScaling.shift(graph, node, activation, constantInput));
        }
    }

    private void multiplyByConstant(Node node, int activationInput, int constantInput) {
        switch (graph.value(node, activationInput)) {
            case Value.GeluPart part -> sequences.halveGelu(node, part, constantInput);
            case Value.AttentionPart part -> attention.scale(node, part, constantInput, false);
            default -> {
                String activation = graph.activation(node, activationInput);
                float[] factors =
                        ChannelScaling.perChannel(node, graph.constant(node, constantInput), graph.shape(activation));
                graph.define(node.output(), new Value.Scaled(activation, node.input(constantInput), factors));
            }
        }
    }
}
