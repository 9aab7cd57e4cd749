package dev.facewright.ml.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import dev.facewright.ml.onnx.UnsupportedOnnx.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/// Puts nodes in an order in which every value is made before it is read; the file's own order where that
/// already holds. Kahn, *Topological sorting of large networks*, CACM 5, 1962.
final class NodeOrder {
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Integer> makers = new HashMap<>();
    private final List<List<Integer>> readers = new ArrayList<>();
    private final int[] waitsFor;

    private NodeOrder(GraphProto graph) {
        for (NodeProto proto : graph.getNodeList()) {
            Node node = new Node(proto);
            for (String output : node.outputs()) {
                if (!output.isEmpty() && makers.put(output, nodes.size()) != null) {
                    throw node.unsupported("writes `" + Names.printable(output) + "`, which another node writes too");
                }
            }
            nodes.add(node);
            readers.add(new ArrayList<>());
        }
        this.waitsFor = new int[nodes.size()];
    }

    /// @throws UnsupportedOnnx if two nodes write one value, or the graph has a cycle
    static List<Node> of(GraphProto graph) {
        return new NodeOrder(graph).sorted();
    }

    private List<Node> sorted() {
        for (int reader = 0; reader < nodes.size(); reader++) {
            for (String input : nodes.get(reader).inputs()) {
                Integer maker = makers.get(input);
                if (maker != null) {
                    readers.get(maker).add(reader);
                    waitsFor[reader]++;
                }
            }
        }
        PriorityQueue<Integer> ready = new PriorityQueue<>();
        for (int i = 0; i < waitsFor.length; i++) {
            if (waitsFor[i] == 0) {
                ready.add(i);
            }
        }
        List<Node> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            int next = ready.poll();
            order.add(nodes.get(next));
            readers.get(next).stream().filter(reader -> --waitsFor[reader] == 0).forEach(ready::add);
        }
        if (order.size() < nodes.size()) {
            throw new UnsupportedOnnx(
                    Rule.CYCLE, "The graph has a cycle through " + (nodes.size() - order.size()) + " nodes");
        }
        return order;
    }
}
