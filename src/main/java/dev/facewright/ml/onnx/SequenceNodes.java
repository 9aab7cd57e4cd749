package dev.facewright.ml.onnx;

import dev.facewright.ml.graph.Op;
import dev.facewright.ml.graph.Tensor;
import dev.facewright.ml.onnx.Value.GeluPart;
import dev.facewright.ml.onnx.Value.GeluPart.GeluStep;
import java.util.Arrays;
import java.util.List;

/// Reads tokens, their places and norms, and GELU.
final class SequenceNodes {
    private static final List<Long> CHANNELS_LAST = List.of(0L, 2L, 1L);

    private final GraphBuilder graph;
    private final AttentionNodes attention;

    SequenceNodes(GraphBuilder graph, AttentionNodes attention) {
        this.graph = graph;
        this.attention = attention;
    }

    void transpose(Node node) {
        node.refuseInputsBeyond(1);
        switch (graph.value(node, 0)) {
            case Value.AttentionPart part -> attention.transpose(node, part);
            case Value.Rows rows
            when node.integers("perm").orElse(List.of()).equals(CHANNELS_LAST) ->
                graph.emit(node, new Op.Tokens(graph.names().value(node.output(), node), rows.activation()));
            default -> throw node.unsupported("supported only from a map with its rows joined to tokens");
        }
    }

    void layerNormalization(Node node) {
        node.refuseInputsBeyond(3);
        node.ignore("stash_type");
        String input = graph.activation(node, 0);
        long axis = node.integer("axis", -1);
        if ((axis != -1 && axis != graph.shape(input).length) || node.outputs().size() > 1) {
            throw node.unsupported("supported only over the last axis, with one output");
        }
        String gamma = graph.weight(node, 1, "weight");
        String beta = graph.weight(node, 2, "bias");
        double epsilon = node.number("epsilon", 1e-5);
        graph.emit(node, new Op.LayerNorm(graph.names().value(node.output(), node), input, gamma, beta, epsilon));
    }

    /// Whether a constant has a value for each channel of each token, with any further leading ones; then it is
    /// added as what their places mean.
    boolean addedAsPosition(Node node, String activation, int constantInput) {
        int[] tokens = graph.shape(activation);
        int[] shape = graph.constant(node, constantInput).getDimsList().stream()
                .mapToInt(Math::toIntExact)
                .toArray();
        int leading = shape.length - 2;
        if (tokens.length != 2
                || tokens[0] == 1
                || leading < 0
                || !Arrays.equals(shape, leading, shape.length, tokens, 0, 2)
                || Arrays.stream(shape, 0, leading).anyMatch(dimension -> dimension != 1)) {
            return false;
        }
        String weight = graph.weight(
                node,
                constantInput,
                "position",
                "places",
                () -> new Tensor(
                        tokens,
                        TensorReader.floats(graph.constant(node, constantInput)).floats()));
        graph.emit(node, new Op.Position(graph.names().value(node.output(), node), activation, weight));
        return true;
    }

    /// Of version 20 of the operator set.
    void gelu(Node node) {
        node.refuseInputsBeyond(1);
        if (!node.text("approximate", "none").equals("none")) {
            throw node.unsupported("only the exact form of GELU is supported");
        }
        emitGelu(node, graph.activation(node, 0));
    }

    void errorFunction(Node node) {
        node.refuseInputsBeyond(1);
        if (!(graph.value(node, 0) instanceof Value.Scaled scaled) || !isHalfRoot(scaled.factors())) {
            throw node.unsupported("supported only as a part of GELU, of x / √2");
        }
        graph.define(node.output(), new GeluPart(scaled.activation(), GeluStep.ERROR_FUNCTION));
    }

    void addToGelu(Node node, GeluPart part, int numberInput) {
        if (part.step() != GeluStep.ERROR_FUNCTION || !graph.isNumber(node, numberInput, 1)) {
            throw node.unsupported("is not how GELU goes on");
        }
        graph.define(node.output(), new GeluPart(part.activation(), GeluStep.RAISED_BY_ONE));
    }

    void halveGelu(Node node, GeluPart part, int numberInput) {
        if (part.step() != GeluStep.DOUBLED_GELU || !graph.isNumber(node, numberInput, 0.5)) {
            throw node.unsupported("is not how GELU goes on");
        }
        emitGelu(node, part.activation());
    }

    void multiplyWithGelu(Node node, GeluPart part, int activationInput) {
        if (part.step() != GeluStep.RAISED_BY_ONE
                || !graph.activation(node, activationInput).equals(part.activation())) {
            throw node.unsupported("is not how GELU goes on");
        }
        graph.define(node.output(), new GeluPart(part.activation(), GeluStep.DOUBLED_GELU));
    }

    private void emitGelu(Node node, String input) {
        graph.emit(node, new Op.Gelu(graph.names().value(node.output(), node), input));
    }

    private static boolean isHalfRoot(float[] factors) {
        for (float factor : factors) {
            if (!(Math.abs(factor - Math.sqrt(0.5)) < 1e-6)) {
                return false;
            }
        }
        return true;
    }
}
