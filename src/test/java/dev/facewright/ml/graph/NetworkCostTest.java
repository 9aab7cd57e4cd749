package dev.facewright.ml.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NetworkCostTest {
    /// Convolution: 4 · 2 · 2 places, each 3 · 3 · 3 products. Linear: 16 · 5 products. Norm: 4 + 4 parameters,
    /// 8 statistics.
    @Test
    void countsWhatCanBeCountedByHand() {
        Network network = new Network(
                "n",
                "x",
                3,
                4,
                List.of(
                        new Op.Conv2d("c", "x", "c.w", "c.b", 2, 1, 1),
                        new Op.BatchNorm("b", "c", "g", "t", "m", "v", 1e-5),
                        new Op.Flatten("f", "b"),
                        new Op.Linear("y", "f", "l.w", null)),
                "y");
        Weights weights = Weights.of(Map.of(
                "c.w", Tensor.filled(0, 4, 3, 3, 3),
                "c.b", Tensor.filled(0, 4),
                "g", Tensor.filled(1, 4),
                "t", Tensor.filled(0, 4),
                "m", Tensor.filled(0, 4),
                "v", Tensor.filled(1, 4),
                "l.w", Tensor.filled(0, 5, 16)));

        NetworkCost cost = NetworkCost.of(network, weights);

        assertThat(cost.macs()).isEqualTo(16 * 27 + 80);
        assertThat(cost.parameters()).isEqualTo(108 + 4 + 8 + 80);
        assertThat(cost.bytes()).isEqualTo((108 + 4 + 8 + 80 + 8) * 4);
    }

    /// Four tokens of three channels: projected 4 · 3 · 6, mixed 2 · 4 · 4 · 2, with 3 · 6 + 6 + 4 · 3 parameters.
    @Test
    void countsEachTokenAndEachPairOfTokens() {
        Network network = new Network(
                "n",
                "x",
                3,
                2,
                List.of(
                        new Op.Tokens("t", "x"),
                        new Op.Position("p", "t", "p.w"),
                        new Op.Linear("l", "p", "l.w", "l.b"),
                        new Op.SelfAttention("a", "l", 2),
                        new Op.Flatten("y", "a")),
                "y");
        Weights weights = Weights.of(Map.of(
                "p.w", Tensor.filled(0, 4, 3),
                "l.w", Tensor.filled(0, 6, 3),
                "l.b", Tensor.filled(0, 6)));

        NetworkCost cost = NetworkCost.of(network, weights);

        assertThat(cost.macs()).isEqualTo(4 * 3 * 6 + 2 * 4 * 4 * 2);
        assertThat(cost.parameters()).isEqualTo(3 * 6 + 6 + 4 * 3);
    }

    /// Weights of one byte, biases of four.
    @Test
    void countsBytesInTheTypesTheyAreStoredIn() {
        Network network = new Network(
                "n", "x", 3, 1, List.of(new Op.Flatten("f", "x"), new Op.Linear("y", "f", "l.w", "l.b")), "y");
        Weights weights = Weights.of(Map.of(
                "l.w", new Tensor(new int[] {5, 3}, new byte[15]),
                "l.b", new Tensor(new int[] {5}, new int[5])));

        assertThat(NetworkCost.of(network, weights).bytes()).isEqualTo(15 + 20);
    }
}
