package dev.facewright.ml.backbone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.NetworkCost;
import dev.facewright.ml.graph.Op;
import dev.facewright.ml.graph.Shapes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MobileNetV3Test {
    /// What makes embeddings, taken away; the paper's pooling and its layer for 1280 (or 1024) and 1000, put back:
    /// then the parameters are those of the reference, 5.48 and 2.54 million, and the multiply-accumulates the
    /// paper's 219 and 56 million within about a hundredth, since the maps are as large as the paper's.
    @ParameterizedTest
    @CsvSource({"mobilenetv3-large, 960, 1280, 5483032, 219", "mobilenetv3-small, 576, 1024, 2542856, 56"})
    void isThePapersNetworkUpToItsLastMap(String name, long wide, long hidden, long parameters, double millionMacs) {
        NetworkCost cost =
                Backbones.named(name).plan(new BackboneOptions(128, 1)).cost();
        long embedding = (49 + 2 + 128) * wide + 2 * 128;
        long classifier = (wide + 1) * hidden + (hidden + 1) * 1000;

        assertThat(cost.parameters() - embedding + classifier).isEqualTo(parameters);
        assertThat((cost.macs() - (49 + 128) * wide + wide * hidden + hidden * 1000) / 1e6)
                .isCloseTo(millionMacs, within(millionMacs * 0.012));
    }

    @Test
    void mapsAreAsLargeAsInThePaper() {
        FaceModel model = Backbones.named("mobilenetv3-large").build(new BackboneOptions(64, 1), 1);
        Map<String, int[]> shapes = Shapes.infer(model.network(), model.weights());

        assertThat(shapes.get("stem")).containsExactly(16, 112, 112);
        assertThat(shapes.get("block4.project")).containsExactly(40, 28, 28);
        assertThat(shapes.get("block12.project")).containsExactly(112, 14, 14);
        assertThat(shapes.get("expand")).containsExactly(960, 7, 7);
        assertThat(shapes.get("global")).containsExactly(960, 1, 1);
        assertThat(Shapes.embeddingDimensions(model)).isEqualTo(64);
    }

    @Test
    void aSqueezedBlockScalesItsChannelsByWhatItSeesOfThem() {
        List<Op> ops = Backbones.named("mobilenetv3-small")
                .plan(new BackboneOptions(64, 1))
                .network()
                .ops();
        int pool = ops.stream().map(Op::output).toList().indexOf("block2.pool");
        assertThat(pool).as("the table squeezes no second block").isEqualTo(-1);

        int first = ops.stream().map(Op::output).toList().indexOf("block1.pool");
        assertThat(ops.subList(first - 1, first + 7))
                .extracting(op -> op.getClass().getSimpleName())
                .containsExactly(
                        "Relu", "GlobalPool", "Conv2d", "Relu", "Conv2d", "HardSigmoid", "ChannelScale", "Conv2d");
        assertThat(ops.get(first + 5).inputs())
                .containsExactly(ops.get(first - 1).output(), "block1.gate");
    }
}
