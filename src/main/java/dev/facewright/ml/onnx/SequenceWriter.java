package dev.facewright.ml.onnx;

import dev.facewright.ml.graph.Op;
import dev.facewright.ml.graph.Weights;
import java.util.List;

/// Writes the operations on sequences, of which ONNX has only the pieces. The pieces are those that ONNX Runtime
/// knows how to put together again.
final class SequenceWriter {
    // 0 in a shape takes the dimension as it comes, which is the batch here
    private static final long AS_IT_COMES = 0;

    private final WrittenGraph graph;
    private final Weights weights;

    SequenceWriter(WrittenGraph graph, Weights weights) {
        this.graph = graph;
        this.weights = weights;
    }

    /// @param map  `[channels, height, width]`
    void tokens(Op.Tokens op, int[] map) {
        String output = graph.value(op.output());
        String shape = graph.integers("shape", AS_IT_COMES, (long) map[0], (long) map[1] * map[2]);
        String rows = graph.made("Reshape", output + "_rows", List.of(graph.value(op.input()), shape));
        graph.node("Transpose", output, List.of(rows), Protos.integers("perm", 0, 2, 1));
    }

    void position(Op.Position op) {
        String weight = graph.initialiser(op.weight() + " as it is", op.weight(), weights.get(op.weight()));
        graph.node(op, "Add", List.of(weight));
    }

    /// `Gemm` takes vectors only.
    void linear(Op.Linear op) {
        String weight = graph.initialiser(
                op.weight() + " transposed",
                op.weight(),
                weights.get(op.weight()).transposed());
        if (op.bias() == null) {
            graph.node(op, "MatMul", List.of(weight));
            return;
        }
        String output = graph.value(op.output());
        String product = graph.made("MatMul", output + "_product", List.of(graph.value(op.input()), weight));
        String bias = graph.initialiser(op.bias() + " as it is", op.bias(), weights.get(op.bias()));
        graph.node("Add", output, List.of(product, bias));
    }

    /// `x · (1 + erf(x / √2)) / 2`; an operator of its own came with version 20 of the operator set.
    void gelu(Op.Gelu op) {
        String input = graph.value(op.input());
        String output = graph.value(op.output());
        String divided = graph.made("Div", output + "_divided", List.of(input, graph.number(Math.sqrt(2))));
        String error = graph.made("Erf", output + "_erf", List.of(divided));
        String raised = graph.made("Add", output + "_raised", List.of(error, graph.number(1)));
        String doubled = graph.made("Mul", output + "_doubled", List.of(input, raised));
        graph.node("Mul", output, List.of(doubled, graph.number(0.5)));
    }

    /// @param in  `[tokens, 3 * channels]`
    void attention(Op.SelfAttention op, int[] in) {
        String output = graph.value(op.output());
        int channels = in[1] / 3;
        String apart =
                graph.integers("shape", AS_IT_COMES, (long) in[0], (long) op.heads(), (long) channels / op.heads());
        List<String> parts = graph.made(
                "Split",
                List.of(output + "_queries", output + "_keys", output + "_values"),
                List.of(graph.value(op.input())),
                Protos.integer("axis", 2));
        String queries = heads(parts.get(0), apart, 2, 1, 3);
        String keys = heads(parts.get(1), apart, 2, 3, 1);
        String values = heads(parts.get(2), apart, 2, 1, 3);
        String scores = graph.made("MatMul", output + "_scores", List.of(queries, keys));
        String scaled = graph.made(
                "Mul",
                output + "_scaled",
                List.of(scores, graph.number(1 / Math.sqrt((double) channels / op.heads()))));
        String shares = graph.made("Softmax", output + "_shares", List.of(scaled), Protos.integer("axis", 3));
        String mixed = graph.made("MatMul", output + "_mixed", List.of(shares, values));
        String tokens =
                graph.made("Transpose", output + "_tokens", List.of(mixed), Protos.integers("perm", 0, 2, 1, 3));
        String together = graph.integers("shape", AS_IT_COMES, (long) in[0], (long) channels);
        graph.node("Reshape", output, List.of(tokens, together));
    }

    private String heads(String part, String apart, long second, long third, long fourth) {
        String heads = graph.made("Reshape", part + "_apart", List.of(part, apart));
        return graph.made(
                "Transpose", part + "_heads", List.of(heads), Protos.integers("perm", 0, second, third, fourth));
    }
}
