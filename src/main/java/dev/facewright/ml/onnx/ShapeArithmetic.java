package dev.facewright.ml.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Works out shapes that the graph computes: `x.view(x.size(0), -1)` is exported as `Shape`, `Gather`,
/// `Unsqueeze`, `Concat` and `Reshape`.
final class ShapeArithmetic {
    private static final int LONGEST = 64;

    private final GraphBuilder graph;

    ShapeArithmetic(GraphBuilder graph) {
        this.graph = graph;
    }

    /// The whole numbers at an input, constant or worked out.
    static List<Long> integers(GraphBuilder graph, Node node, int input) {
        return switch (graph.value(node, input)) {
            case Value.Integers integers -> integers.numbers();
            case Value.Constant constant -> TensorReader.integers(constant.tensor());
            case Value.Activation _, Value.Scaled _, Value.Rows _, Value.GeluPart _, Value.AttentionPart _ ->
                throw node.unsupported("input " + input + " is an activation, but a shape is supported here");
        };
    }

    void shape(Node node) {
        node.refuseInputsBeyond(1);
        List<Long> dimensions = new ArrayList<>(List.of(Value.Integers.BATCH));
        Arrays.stream(graph.shape(graph.activation(node, 0))).asLongStream().forEach(dimensions::add);
        graph.define(node.output(), new Value.Integers(List.copyOf(dimensions)));
    }

    void gather(Node node) {
        node.refuseInputsBeyond(2);
        node.require("axis", 0, "a shape has one axis");
        List<Long> from = integers(graph, node, 0);
        List<Long> picked = new ArrayList<>();
        for (long index : integers(graph, node, 1)) {
            long position = index < 0 ? index + from.size() : index;
            if (position < 0 || position >= from.size()) {
                throw node.unsupported("picks entry " + index + " of a shape with " + from.size());
            }
            picked.add(from.get((int) position));
        }
        graph.define(node.output(), new Value.Integers(List.copyOf(picked)));
    }

    void concat(Node node) {
        node.require("axis", 0, "only shapes may be joined, and they have one axis");
        List<Long> joined = new ArrayList<>();
        for (int input = 0; node.hasInput(input); input++) {
            joined.addAll(integers(graph, node, input));
            if (joined.size() > LONGEST) {
                throw node.unsupported("joins shapes to more than " + LONGEST + " entries");
            }
        }
        graph.define(node.output(), new Value.Integers(List.copyOf(joined)));
    }

    /// Scalars and lists of one are not told apart, so `Unsqueeze` leaves them as they are.
    void unsqueeze(Node node) {
        node.refuseInputsBeyond(2);
        node.ignore("axes");
        graph.define(node.output(), new Value.Integers(integers(graph, node, 0)));
    }

    void cast(Node node) {
        node.refuseInputsBeyond(1);
        node.require("to", TensorProto.DataType.INT64.getNumber(), "only shapes may be cast, to int64");
        graph.define(node.output(), new Value.Integers(integers(graph, node, 0)));
    }
}
