package dev.facewright.ml.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ShapesTest {
    @Test
    void aStrideOfTwoWithPaddingHalvesTheSide() {
        assertThat(shapeAfter(conv(2, 1, 1), Map.of("w", Tensor.filled(0, 8, 3, 3, 3))))
                .containsExactly(8, 56, 56);
    }

    @Test
    void aKernelAsLargeAsTheImageLeavesOnePlace() {
        assertThat(shapeAfter(conv(1, 0, 3), Map.of("w", Tensor.filled(0, 6, 1, 112, 112))))
                .containsExactly(6, 1, 1);
    }

    @Test
    void flattenMultipliesAndGlobalPoolKeepsTheChannels() {
        assertThat(shapeAfter(new Op.Flatten("y", "x"), Map.of())).containsExactly(3 * 112 * 112);
        assertThat(shapeAfter(new Op.GlobalPool("y", "x"), Map.of())).containsExactly(3, 1, 1);
    }

    @Test
    void aWeightThatDoesNotFitIsRefusedWithTheOperation() {
        assertThatThrownBy(() -> shapeAfter(conv(1, 1, 1), Map.of("w", Tensor.filled(0, 8, 4, 3, 3))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Conv2d")
                .hasMessageContaining("does not fit 3 channels");
        assertThatThrownBy(() -> shapeAfter(conv(1, 0, 1), Map.of("w", Tensor.filled(0, 8, 3, 113, 113))))
                .hasMessageContaining("larger than its input");
        assertThatThrownBy(() -> shapeAfter(new Op.PRelu("y", "x", "s"), Map.of("s", Tensor.vector(1, 2))))
                .hasMessageContaining("s of another size");
        assertThatThrownBy(() -> shapeAfter(new Op.Linear("y", "x", "w", null), Map.of("w", Tensor.filled(0, 2, 3))))
                .hasMessageContaining("add Flatten");
    }

    @Test
    void addingDifferentShapesIsRefused() {
        Network network =
                new Network("n", "x", 3, 112, List.of(new Op.GlobalPool("p", "x"), new Op.Add("y", "x", "p")), "y");
        assertThatThrownBy(() -> Shapes.infer(network, Weights.of(Map.of())))
                .hasMessageContaining("[3, 112, 112] and [3, 1, 1]");
    }

    @Test
    void placesBecomeTokensAndAttentionKeepsAThirdOfTheirChannels() {
        assertThat(shapeAfter(new Op.Tokens("y", "x"), Map.of())).containsExactly(112 * 112, 3);
        assertThat(after(new Op.SelfAttention("y", "x", 2), 9, 12)).containsExactly(9, 4);
        assertThat(after(new Op.LayerNorm("y", "x", "four", "four", 1e-6), 9, 4))
                .containsExactly(9, 4);
        assertThat(after(new Op.Linear("y", "x", "sixByFour", null), 9, 4)).containsExactly(9, 6);
        assertThat(after(new Op.Position("y", "x", "sixByFour"), 6, 4)).containsExactly(6, 4);
        assertThat(after(new Op.Flatten("y", "x"), 9, 4)).containsExactly(36);
    }

    @Test
    void sequencesThatDoNotFitAreRefused() {
        assertRefused(new Op.SelfAttention("y", "x", 3), "heads that do not share out", 9, 12);
        assertRefused(new Op.SelfAttention("y", "x", 0), "heads that do not share out", 9, 12);
        assertRefused(new Op.SelfAttention("y", "x", 1), "needs tokens", 12);
        assertRefused(new Op.Position("y", "x", "sixByFour"), "does not fit tokens [4, 6]", 4, 6);
        assertRefused(new Op.LayerNorm("y", "x", "four", "four", 1e-6), "another size than its channels, 5", 5);
        assertRefused(new Op.Linear("y", "x", "sixByFour", null), "does not fit 5 features", 9, 5);
        assertRefused(new Op.Tokens("y", "x"), "needs channels, height and width", 9, 12);
        assertRefused(new Op.PRelu("y", "x", "four"), "use LayerNorm", 4, 4);
        assertRefused(new Op.ChannelScale("y", "x", "x"), "one factor a channel", 3, 2, 2);
    }

    private static void assertRefused(Op op, String problem, int... in) {
        assertThatThrownBy(() -> after(op, in))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(problem);
    }

    private static int[] after(Op op, int... in) {
        Weights weights = Weights.of(Map.of("four", Tensor.filled(1, 4), "sixByFour", Tensor.filled(1, 6, 4)));
        return Shapes.after(op, Map.of("x", in), weights);
    }

    private static Op conv(int stride, int padding, int groups) {
        return new Op.Conv2d("y", "x", "w", null, stride, padding, groups);
    }

    private static int[] shapeAfter(Op op, Map<String, Tensor> weights) {
        Network network = new Network("n", "x", 3, 112, List.of(op), "y");
        return Objects.requireNonNull(Shapes.infer(network, Weights.of(weights)).get("y"));
    }
}
