package dev.facewright.ml.backbone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.NetworkCost;
import dev.facewright.ml.graph.Op;
import dev.facewright.ml.graph.Shapes;
import dev.facewright.ml.graph.Tensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IResNetTest {
    private static final BackboneOptions NARROW = new BackboneOptions(16, 0.125);

    /// The figures that go with insightface's models: 24.0 M and 2.6 G, and so on, at 512 dimensions.
    @ParameterizedTest
    @CsvSource({"18, 24.0, 2.6", "34, 34.1, 4.5", "50, 43.6, 6.3", "100, 65.2, 12.1"})
    void isAsLargeAsPublished(int layers, double millions, double giga) {
        NetworkCost cost = Backbones.named("iresnet-" + layers)
                .plan(new BackboneOptions(512, 1))
                .cost();

        assertThat(cost.parameters() / 1e6).isCloseTo(millions, within(0.05));
        assertThat(cost.macs() / 1e9).isCloseTo(giga, within(0.05));
    }

    /// A block from `in` to `out` channels: convolutions 9·in·out + 9·out², norms 2·in + 4·out, slopes out; where
    /// it halves the map, a shortcut of in·out and a norm of 2·out.
    @Test
    void eighteenLayersCountedByHand() {
        long parameters = 27 * 64 + 3 * 64;
        long in = 64;
        for (long out : new long[] {64, 128, 256, 512}) {
            parameters += 9 * in * out + 9 * out * out + 2 * in + 5 * out + in * out + 2 * out;
            parameters += 18 * out * out + 7 * out;
            in = out;
        }
        parameters += 2 * 512 + (512L * 49 + 1) * 512 + 2 * 512;

        NetworkCost cost =
                Backbones.named("iresnet-18").plan(new BackboneOptions(512, 1)).cost();

        assertThat(cost.parameters()).isEqualTo(parameters);
    }

    @Test
    void keepsTheImageInTheStemAndHalvesItInEachStage() {
        FaceModel model = Backbones.named("iresnet-18").build(NARROW, 1);
        Map<String, int[]> shapes = Shapes.infer(model.network(), model.weights());

        assertThat(shapes.get("stem.prelu")).containsExactly(8, 112, 112);
        assertThat(shapes.get("stage1.0.first")).containsExactly(8, 112, 112);
        assertThat(shapes.get("stage1.0.sum")).containsExactly(8, 56, 56);
        assertThat(shapes.get("stage4.1.sum")).containsExactly(64, 7, 7);
        assertThat(shapes.get("flatten")).containsExactly(64 * 49);
        assertThat(Shapes.embeddingDimensions(model)).isEqualTo(16);
    }

    @Test
    void nothingFollowsTheSumOfABlock() {
        List<Op> ops = Backbones.named("iresnet-18").plan(NARROW).network().ops();
        int first = ops.stream().map(Op::output).toList().indexOf("stage1.1.norm");

        assertThat(ops.get(first).inputs()).containsExactly("stage1.0.sum");
        assertThat(ops.subList(first, first + 7))
                .extracting(op -> op.getClass().getSimpleName())
                .containsExactly("BatchNorm", "Conv2d", "BatchNorm", "PRelu", "Conv2d", "BatchNorm", "Add");
    }

    @Test
    void weightsBeginAsInTheReference() {
        FaceModel model = Backbones.named("iresnet-18").build(new BackboneOptions(16, 0.5), 1);
        double bound = 1 / Math.sqrt(256 * 49);
        Tensor projection = model.weights().get("project.weight");

        assertThat(deviation(model.weights().get("stage4.1.first.weight"))).isCloseTo(0.1, within(0.001));
        assertThat(deviation(projection)).isCloseTo(bound / Math.sqrt(3), within(bound / 50));
        for (float value : projection.floats()) {
            assertThat((double) value).isBetween(-bound, bound);
        }
    }

    private static double deviation(Tensor tensor) {
        double squares = 0;
        for (float value : tensor.floats()) {
            squares += value * value;
        }
        return Math.sqrt(squares / tensor.size());
    }
}
