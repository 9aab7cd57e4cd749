package dev.facewright.ml.onnx;

import dev.facewright.ml.graph.Op;
import dev.facewright.ml.graph.Tensor;
import java.util.Optional;

/// Reads batch normalisation and matrix products, and the biases that are added to a layer afterwards.
final class LayerNodes {
    private final GraphBuilder graph;
    private final AttentionNodes attention;

    LayerNodes(GraphBuilder graph, AttentionNodes attention) {
        this.graph = graph;
        this.attention = attention;
    }

    void batchNormalization(Node node) {
        node.refuseInputsBeyond(5);
        node.require("training_mode", 0, "export the model in evaluation mode");
        node.require("spatial", 1, "only statistics per channel are read");
        node.ignore("momentum");
        if (node.outputs().stream().skip(1).anyMatch(output -> !output.isEmpty())) {
            throw node.unsupported("has outputs for training; export the model in evaluation mode");
        }
        String input = graph.activation(node, 0);
        String gamma = graph.weight(node, 1, "weight");
        String beta = graph.weight(node, 2, "bias");
        String mean = graph.weight(node, 3, "mean");
        String variance = graph.weight(node, 4, "variance");
        double epsilon = node.number("epsilon", 1e-5);
        for (float value : graph.weights().get(variance).floats()) {
            if (!(value + epsilon > 0)) {
                throw node.unsupported("a variance of " + value + " with epsilon " + epsilon + " has no root");
            }
        }
        String output = graph.names().value(node.output(), node);
        graph.emit(node, new Op.BatchNorm(output, input, gamma, beta, mean, variance, epsilon));
    }

    void gemm(Node node) {
        node.refuseInputsBeyond(3);
        node.require("transA", 0, "the activation comes first, untransposed");
        if (node.number("alpha", 1) != 1 || node.number("beta", 1) != 1) {
            throw node.unsupported("alpha and beta other than 1 are not supported");
        }
        boolean outFirst = node.integer("transB", 0) != 0;
        String input = graph.activation(node, 0);
        String weight = outFirst ? graph.weight(node, 1, "weight") : transposed(node);
        requireMatrix(node, weight);
        String output = graph.names().value(node.output(), node);
        if (node.hasInput(2)) {
            // the bias may be one value for all features, whose number is known once the product is there
            Op.Linear product = new Op.Linear(output, input, weight, null);
            graph.emit(node, product);
            String bias = graph.channelWeight(node, 2, "bias", output);
            graph.replace(node, product, new Op.Linear(output, input, weight, bias));
        } else {
            graph.emit(node, new Op.Linear(output, input, weight, null));
        }
    }

    void matMul(Node node) {
        node.refuseInputsBeyond(2);
        if (graph.value(node, 0) instanceof Value.AttentionPart part) {
            attention.matMul(node, part);
            return;
        }
        String input = graph.activation(node, 0);
        String weight = transposed(node);
        graph.emit(node, new Op.Linear(graph.names().value(node.output(), node), input, weight, null));
    }

    /// Adds a constant to the layer just made, where nothing else reads what it gives without it.
    boolean addedAsBias(Node node, String activation, int activationInput, int constantInput) {
        Optional<Op> maker = graph.maker(activation);
        if (maker.isEmpty() || !graph.isReadOnce(node.input(activationInput))) {
            return false;
        }
        String bias = null;
        Op with = null;
        if (maker.get() instanceof Op.Linear linear && linear.bias() == null) {
            bias = graph.channelWeight(node, constantInput, "bias", activation);
            with = new Op.Linear(linear.output(), linear.input(), linear.weight(), bias);
        } else if (maker.get() instanceof Op.Conv2d conv && conv.bias() == null) {
            bias = graph.channelWeight(node, constantInput, "bias", activation);
            with = new Op.Conv2d(
                    conv.output(), conv.input(), conv.weight(), bias, conv.stride(), conv.padding(), conv.groups());
        }
        if (with == null) {
            return false;
        }
        graph.replace(node, maker.get(), with);
        return true;
    }

    private String transposed(Node node) {
        return graph.weight(node, 1, "weight", "transposed", () -> {
            Tensor tensor = TensorReader.floats(graph.constant(node, 1));
            if (tensor.shape().length != 2) {
                throw node.unsupported("a weight with " + tensor.shape().length + " dimensions; 2 are supported");
            }
            return tensor.transposed();
        });
    }

    private void requireMatrix(Node node, String weight) {
        int rank = graph.weights().get(weight).shape().length;
        if (rank != 2) {
            throw node.unsupported("a weight with " + rank + " dimensions; 2 are supported");
        }
    }
}
