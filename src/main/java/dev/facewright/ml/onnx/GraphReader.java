package dev.facewright.ml.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Network;
import dev.facewright.ml.graph.Op;
import dev.facewright.ml.graph.Preprocessing;
import dev.facewright.ml.onnx.UnsupportedOnnx.Rule;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads one ONNX graph from its image input to its embedding.
final class GraphReader {
    private static final Pattern OWN_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,79}");
    private static final Pattern EXPORTER_NAME = Pattern.compile("main_graph|torch.jit.*|graph|g");

    private final GraphProto proto;
    private final GraphBuilder graph;

    /// @param maximumWeights  how many single values the weights may grow to
    GraphReader(GraphProto proto, long maximumWeights) {
        this.proto = proto;
        this.graph = new GraphBuilder(new WeightCollector(maximumWeights), uses(proto));
    }

    FaceModel read(Preprocessing preprocessing) {
        Set<String> constants = new HashSet<>();
        for (TensorProto initialiser : proto.getInitializerList()) {
            graph.define(initialiser.getName(), new Value.Constant(initialiser));
            constants.add(initialiser.getName());
        }
        ImageInput input = ImageInput.of(proto, constants);
        String inputName = "input";
        graph.defineInput(input.name(), inputName, input.channels(), input.side());
        NodeReader nodes = new NodeReader(graph, input.batchIsOne());
        NodeOrder.of(proto).forEach(nodes::read);
        String output = embedding();
        List<Op> ops = LiveOps.of(graph.ops(), output);
        Network network = new Network(networkName(), inputName, input.channels(), input.side(), ops, output);
        return new FaceModel(network, graph.weights().of(network), preprocessing);
    }

    private String embedding() {
        if (proto.getOutputCount() != 1) {
            throw new UnsupportedOnnx(
                    Rule.OUTPUT,
                    "The model has outputs "
                            + proto.getOutputList().stream()
                                    .map(output -> Names.printable(output.getName()))
                                    .limit(8)
                                    .toList()
                            + "; one, the embedding, is supported");
        }
        ValueInfoProto output = proto.getOutput(0);
        if (!(graph.find(output.getName()).orElse(null) instanceof Value.Activation activation)) {
            throw new UnsupportedOnnx(
                    Rule.OUTPUT, "No supported node makes the output `" + Names.printable(output.getName()) + "`");
        }
        return asVector(activation.name());
    }

    private String asVector(String activation) {
        int[] shape = graph.shape(activation);
        if (shape.length == 1) {
            return activation;
        }
        if (shape.length == 2) {
            throw new UnsupportedOnnx(
                    Rule.OUTPUT,
                    "The output is " + shape[0] + " tokens of " + shape[1]
                            + " channels; an embedding [N, dimensions] is supported");
        }
        if (shape[1] != 1 || shape[2] != 1) {
            throw new UnsupportedOnnx(
                    Rule.OUTPUT,
                    "The output is a map of " + shape[0] + " channels, " + shape[1] + " by " + shape[2]
                            + "; an embedding [N, dimensions] is supported");
        }
        return graph.flatten(activation);
    }

    private String networkName() {
        String name = proto.getName();
        boolean own =
                OWN_NAME.matcher(name).matches() && !EXPORTER_NAME.matcher(name).matches();
        return own ? name : "imported";
    }

    private static Map<String, Integer> uses(GraphProto proto) {
        Map<String, Integer> uses = new HashMap<>(proto.getOutputList().stream()
                .collect(Collectors.toMap(ValueInfoProto::getName, output -> 1, Integer::sum)));
        proto.getNodeList().forEach(node -> node.getInputList().forEach(input -> uses.merge(input, 1, Integer::sum)));
        return uses;
    }
}
