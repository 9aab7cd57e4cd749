package dev.facewright.ml.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import dev.facewright.ml.graph.Op;
import dev.facewright.ml.graph.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The ONNX graph as far as it has been written.
///
/// Values, weights and what is made on the way share one name space in ONNX, which they do not in a `Network`; a
/// name that is taken gets a number.
final class WrittenGraph {
    private final Names names = new Names();
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, String> initialisers = new HashMap<>();
    private final GraphProto.Builder graph = GraphProto.newBuilder();

    WrittenGraph(String name) {
        graph.setName(name);
    }

    GraphProto.Builder proto() {
        return graph;
    }

    /// Decides what a value of the network is called, if that is not decided yet.
    void name(String value, String wanted) {
        values.computeIfAbsent(value, _ -> names.unique(wanted));
    }

    String value(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("No operation makes " + name);
        }
        return value;
    }

    /// @param key  what the tensor is made from and how, so that it is written once
    /// @return the name it goes by
    String initialiser(String key, String wanted, Tensor tensor) {
        return initialisers.computeIfAbsent(key, _ -> {
            String name = names.unique(wanted);
            graph.addInitializer(Protos.tensor(name, tensor));
            return name;
        });
    }

    /// Whole numbers, such as a shape.
    ///
    /// @return the name they go by
    String integers(String wanted, Long... values) {
        List<Long> numbers = List.of(values);
        return initialisers.computeIfAbsent("integers " + numbers, _ -> {
            String name = names.unique(wanted);
            graph.addInitializer(Protos.integers(name, numbers));
            return name;
        });
    }

    /// A single number.
    ///
    /// @return the name it goes by
    String number(double value) {
        String name = "number_" + Double.toString(value).replace('-', 'm').replace('.', '_');
        return initialiser(name, name, new Tensor(new int[0], new float[] {(float) value}));
    }

    /// A node that makes a value the network does not have.
    ///
    /// @return the name of that value
    String made(String type, String wanted, List<String> inputs, AttributeProto... attributes) {
        return made(type, List.of(wanted), inputs, attributes).getFirst();
    }

    /// A node that makes several values the network does not have.
    ///
    /// @return the names of those values
    List<String> made(String type, List<String> wanted, List<String> inputs, AttributeProto... attributes) {
        List<String> outputs = wanted.stream().map(names::unique).toList();
        node(type, outputs, inputs, attributes);
        return outputs;
    }

    /// The node of an operation: its inputs first, then its constants.
    void node(Op op, String type, List<String> constants, AttributeProto... attributes) {
        List<String> inputs = new ArrayList<>();
        op.inputs().forEach(input -> inputs.add(value(input)));
        inputs.addAll(constants);
        node(type, value(op.output()), inputs, attributes);
    }

    void node(String type, String output, List<String> inputs, AttributeProto... attributes) {
        node(type, List.of(output), inputs, attributes);
    }

    private void node(String type, List<String> outputs, List<String> inputs, AttributeProto... attributes) {
        graph.addNode(NodeProto.newBuilder()
                .setOpType(type)
                .setName(outputs.getFirst())
                .addAllInput(inputs)
                .addAllOutput(outputs)
                .addAllAttribute(List.of(attributes)));
    }
}
