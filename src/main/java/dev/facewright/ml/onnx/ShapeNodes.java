package dev.facewright.ml.onnx;

import dev.facewright.ml.graph.Op;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads the nodes that turn a map into a vector: pooling, `Flatten`, `Reshape`, `Squeeze`.
final class ShapeNodes {
    private static final Set<Long> SPACE = Set.of(2L, 3L);

    private final GraphBuilder graph;
    private final AttentionNodes attention;
    private final boolean batchIsOne;

    /// @param batchIsOne  whether the model was exported for one image a call, so that a 1 in a shape may mean
    ///     the batch
    ShapeNodes(GraphBuilder graph, AttentionNodes attention, boolean batchIsOne) {
        this.graph = graph;
        this.attention = attention;
        this.batchIsOne = batchIsOne;
    }

    void globalPool(Node node) {
        node.refuseInputsBeyond(1);
        String input = graph.activation(node, 0);
        graph.emit(node, new Op.GlobalPool(graph.names().value(node.output(), node), input));
    }

    /// The axes are an attribute up to operator set 17 and an input from 18 on.
    void reduceMean(Node node) {
        node.refuseInputsBeyond(2);
        node.ignore("noop_with_empty_axes");
        String input = graph.activation(node, 0);
        boolean keep = node.integer("keepdims", 1) != 0;
        if (!axes(node, graph.shape(input).length + 1).equals(SPACE)) {
            throw node.unsupported("a mean over other axes than height and width is not supported");
        }
        String output = graph.names().value(node.output(), node);
        graph.emit(node, new Op.GlobalPool(output, input));
        if (!keep) {
            flattened(node, output);
        }
    }

    void squeeze(Node node) {
        node.refuseInputsBeyond(2);
        String input = graph.activation(node, 0);
        int[] shape = graph.shape(input);
        if (shape.length != 3
                || shape[1] != 1
                || shape[2] != 1
                || !axes(node, 4).equals(SPACE)) {
            throw node.unsupported("only the height and width of [N, channels, 1, 1] may be squeezed");
        }
        flattened(node, input);
    }

    void flatten(Node node) {
        node.refuseInputsBeyond(1);
        long axis = node.integer("axis", 1);
        String input = graph.activation(node, 0);
        if (axis != 1 && axis != -graph.shape(input).length) {
            throw node.unsupported("axis = " + axis + " is not supported; axis 1 keeps the batch apart");
        }
        flattened(node, input);
    }

    void reshape(Node node) {
        ReshapeTarget target = ReshapeTarget.of(graph, node, batchIsOne);
        if (graph.value(node, 0) instanceof Value.AttentionPart part) {
            attention.reshape(node, part, target);
            return;
        }
        String input = graph.activation(node, 0);
        int[] shape = graph.shape(input);
        int features = Arrays.stream(shape).reduce(1, Math::multiplyExact);
        if (target.is(features)) {
            flattened(node, input);
        } else if (shape.length == 3 && target.is(shape[0], shape[1] * shape[2])) {
            graph.define(node.output(), new Value.Rows(input));
        } else {
            throw node.unsupported("a reshape to " + target + " is not supported; [N, " + features
                    + "] or [N, -1] is, with N the batch");
        }
    }

    private void flattened(Node node, String input) {
        if (graph.shape(input).length == 1) {
            graph.define(node.output(), new Value.Activation(input));
        } else {
            String output = graph.names().value(node.output(), node);
            graph.emit(node, new Op.Flatten(output, input));
        }
    }

    private Set<Long> axes(Node node, int rank) {
        List<Long> axes = node.hasInput(1)
                ? ShapeArithmetic.integers(graph, node, 1)
                : node.integers("axes").orElse(List.of());
        Set<Long> counted = new HashSet<>();
        for (long axis : axes) {
            counted.add(axis < 0 ? axis + rank : axis);
        }
        return counted;
    }
}
