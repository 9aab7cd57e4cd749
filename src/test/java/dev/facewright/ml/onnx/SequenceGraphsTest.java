package dev.facewright.ml.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.ml.graph.Op;
import dev.facewright.ml.graph.Preprocessing;
import dev.facewright.ml.graph.Tensor;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// Attention and GELU are read from their pieces, and only where the pieces mean what they seem to.
class SequenceGraphsTest {
    private static final int TOKENS = 36;

    @Test
    void attentionIsReadFromItsPieces() {
        assertThat(ops(attention(0.5f, node -> node)))
                .containsExactly("Conv2d", "Tokens", "Linear", "SelfAttention", "Flatten");
    }

    @Test
    void scoresDividedByTheRootAreTheSameAttention() {
        HandMadeGraph graph = attention(2, node -> node.equals("Mul") ? "Div" : node);
        assertThat(ops(graph)).contains("SelfAttention");
    }

    @Test
    void anotherScaleIsNoAttention() {
        refused(attention(0.25f, node -> node), "divided by the root", "2.0");
    }

    @Test
    void scoresWithoutSoftmaxAreNoAttention() {
        refused(attention(0.5f, node -> node.equals("Softmax") ? "Relu" : node), "a step of a GELU, of tokens or of");
    }

    @Test
    void aGeluOfAnotherValueIsRefused() {
        refused(gelu("other"), "is not how GELU goes on");
        assertThat(ops(gelu("map"))).contains("Gelu");
    }

    @Test
    void theGeluOfLaterOperatorSetsIsRead() {
        HandMadeGraph graph = new HandMadeGraph()
                .opset(20)
                .conv("pixels", "map")
                .node("Gelu", List.of("map"), "curved")
                .node("Flatten", List.of("curved"), "features")
                .output("features", 4 * TOKENS);
        assertThat(ops(graph)).containsExactly("Conv2d", "Gelu", "Flatten");
    }

    @Test
    void tokensAreNoEmbedding() {
        HandMadeGraph graph = tokens().output("tokens", TOKENS, 4);
        refused(graph, "The output is 36 tokens of 4 channels");
    }

    @Test
    void aHardSigmoidWithOnnxsOwnSlopeIsRefused() {
        refused(
                new HandMadeGraph().conv("pixels", "map").node("HardSigmoid", List.of("map"), "gate"),
                "alpha = 0.2",
                "1/6");
    }

    private static HandMadeGraph tokens() {
        return new HandMadeGraph()
                .conv("pixels", "map")
                .shape("rows", 0L, 4L, -1L)
                .node("Reshape", List.of("map", "rows"), "joined")
                .node("Transpose", List.of("joined"), "tokens", Protos.integers("perm", 0, 2, 1));
    }

    /// One head of four channels, so that scores are halved.
    ///
    /// @param scale  what the scores are multiplied with
    /// @param type  what stands in the place of an operator
    private static HandMadeGraph attention(float scale, UnaryOperator<String> type) {
        HandMadeGraph graph = tokens().weights("w", 4, 12)
                .constant("scale", number(scale))
                .shape("apart", 0L, (long) TOKENS, 1L, 4L)
                .shape("together", 0L, (long) TOKENS, 4L)
                .node("MatMul", List.of("tokens", "w"), "projected");
        graph.graph.addNode(graph.graph.getNode(0).toBuilder()
                .setOpType("Split")
                .setName("split")
                .clearInput()
                .addInput("projected")
                .clearOutput()
                .addAllOutput(List.of("q", "k", "v"))
                .addAttribute(Protos.integer("axis", 2)));
        for (String part : List.of("q", "k", "v")) {
            long[] order = part.equals("k") ? new long[] {0, 2, 3, 1} : new long[] {0, 2, 1, 3};
            graph.node("Reshape", List.of(part, "apart"), part + "1")
                    .node("Transpose", List.of(part + "1"), part + "2", Protos.integers("perm", order));
        }
        graph.node("MatMul", List.of("q2", "k2"), "scores")
                .node(type.apply("Mul"), List.of("scores", "scale"), "scaled");
        if (type.apply("Softmax").equals("Softmax")) {
            graph.node("Softmax", List.of("scaled"), "shares", Protos.integer("axis", -1));
        } else {
            graph.node(type.apply("Softmax"), List.of("scaled"), "shares");
        }
        return graph.node("MatMul", List.of("shares", "v2"), "mixed")
                .node("Transpose", List.of("mixed"), "swapped", Protos.integers("perm", 0, 2, 1, 3))
                .node("Reshape", List.of("swapped", "together"), "attended")
                .node("Flatten", List.of("attended"), "features")
                .output("features", 4 * TOKENS);
    }

    /// @param factor  what one plus the error function of `map` is multiplied with
    private static HandMadeGraph gelu(String factor) {
        return new HandMadeGraph()
                .conv("pixels", "map")
                .conv("pixels", "other")
                .constant("root", number((float) Math.sqrt(2)))
                .constant("one", number(1))
                .constant("half", number(0.5f))
                .node("Div", List.of("map", "root"), "divided")
                .node("Erf", List.of("divided"), "error")
                .node("Add", List.of("one", "error"), "raised")
                .node("Mul", List.of("raised", factor), "doubled")
                .node("Mul", List.of("doubled", "half"), "curved")
                .node("Flatten", List.of("curved"), "features")
                .output("features", 4 * TOKENS);
    }

    private static Tensor number(float value) {
        return new Tensor(new int[0], new float[] {value});
    }

    private static List<String> ops(HandMadeGraph graph) {
        return OnnxReader.read(graph.bytes(), Preprocessing.ARCFACE).network().ops().stream()
                .map(Op::getClass)
                .map(Class::getSimpleName)
                .toList();
    }

    private static void refused(HandMadeGraph graph, String... parts) {
        assertThatThrownBy(() -> OnnxReader.read(graph.bytes(), Preprocessing.ARCFACE))
                .isInstanceOf(UnsupportedOnnx.class)
                .hasMessageContainingAll(parts);
    }
}
