package dev.facewright.ml.backbone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.facewright.ml.compress.Deployed;
import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.FaceModelFile;
import dev.facewright.ml.graph.NetworkCost;
import dev.facewright.ml.graph.Op;
import dev.facewright.ml.graph.Shapes;
import dev.facewright.ml.graph.Tensor;
import dev.facewright.ml.onnx.OnnxWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MobileFaceNetTest {
    private final Backbone backbone = Backbones.named("mobilefacenet");
    private final FaceModel model = backbone.build(new BackboneOptions(128, 1), 1);

    /// The paper's table 2 says 0.99 million parameters and 221 million multiply-adds: 976,000 convolution
    /// weights, 7,552 slopes, and of the 9,792 normalised channels the bias that each keeps once its norm is
    /// folded away.
    @Test
    void isAsLargeAsThePaperSays() {
        NetworkCost cost = NetworkCost.of(model.network(), model.weights());
        long normalisedChannels = 9_792;

        assertThat(cost.parameters()).isEqualTo(976_000 + 7_552 + 2 * normalisedChannels);
        assertThat((cost.parameters() - normalisedChannels) / 1e6).isCloseTo(0.99, within(0.005));
        assertThat(cost.macs() / 1e6).isCloseTo(221, within(0.5));
    }

    @Test
    void shrinksToSevenBySevenBeforeTheGlobalConvolution() {
        Map<String, int[]> shapes = Shapes.infer(model.network(), model.weights());

        assertThat(shapes.get("stem")).containsExactly(64, 56, 56);
        assertThat(shapes.get("stage1.4.sum")).containsExactly(64, 28, 28);
        assertThat(shapes.get("stage3.5.sum")).containsExactly(128, 14, 14);
        assertThat(shapes.get("expand.prelu")).containsExactly(512, 7, 7);
        assertThat(shapes.get("global")).containsExactly(512, 1, 1);
        assertThat(shapes.get("embedding")).containsExactly(128);
    }

    @Test
    void hasAShortcutWhereStrideAndWidthAllowIt() {
        assertThat(model.network().ops().stream().filter(op -> op instanceof Op.Add))
                .hasSize(4 + 6 + 2);
    }

    @Test
    void widthAndDimensionsCanBeChosen() {
        FaceModel narrow = backbone.build(new BackboneOptions(64, 0.25), 1);

        assertThat(Shapes.embeddingDimensions(narrow)).isEqualTo(64);
        assertThat(narrow.weights().get("stem.weight").shape()).containsExactly(16, 3, 3, 3);
    }

    @Test
    void theSeedDecidesTheWeights() {
        assertThat(backbone.build(new BackboneOptions(128, 1), 1)).isEqualTo(model);
        assertThat(backbone.build(new BackboneOptions(128, 1), 2)).isNotEqualTo(model);
    }

    /// He et al.: variance 2 / ((1 + 0.25²) · 64) for the 1x1 convolutions of 64 channels.
    @Test
    void weightsSpreadAsKaimingSays() {
        Tensor weight = model.weights().get("stage1.0.expand.weight");
        double squares = 0;
        for (float value : weight.floats()) {
            squares += value * value;
        }
        assertThat(squares / weight.size()).isCloseTo(2 / (1.0625 * 64), within(0.002));
    }

    @Test
    void otherActivationsTakeThePlaceOfPReLUAndHaveNoSlopesToLearn() {
        for (Activation activation : new Activation[] {Activation.RELU, Activation.LEAKY_RELU}) {
            Blueprint plan = backbone.plan(new BackboneOptions(128, 1, activation, 8));

            assertThat(plan.cost().parameters())
                    .isEqualTo(NetworkCost.of(model.network(), model.weights()).parameters() - 7_552);
            assertThat(plan.network().ops()).noneMatch(Op.PRelu.class::isInstance);
            assertThat(plan.network().ops().stream()
                            .filter(op ->
                                    activation == Activation.RELU ? op instanceof Op.Relu : op instanceof Op.LeakyRelu))
                    .hasSize(33);
        }
    }

    /// Exactly: 194,304 convolution weights, 4,160 normalised channels with four values each, 3,136 slopes.
    @Test
    void theSmallOneFitsInAMegabyteHoweverItIsStored() throws IOException {
        FaceModel small = Backbones.named("mobilefacenet-small").build(new BackboneOptions(128, 1), 1);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        FaceModelFile.write(small, file);

        assertThat(NetworkCost.of(small.network(), small.weights()).bytes())
                .isEqualTo(4 * (194_304 + 4 * 4_160 + 3_136));
        assertThat(file.size()).isLessThan(1_000_000);
        assertThat(OnnxWriter.write(small).length).isLessThan(1_000_000);
        assertThat(Deployed.of(small).onnx().length).isLessThan(1_000_000);
    }

    @Test
    void aPlanCostsWhatItsModelDoes() {
        assertThat(backbone.plan(new BackboneOptions(128, 1)).cost())
                .isEqualTo(NetworkCost.of(model.network(), model.weights()));
    }

    @Test
    void unknownBackbonesAndImpossibleSizesAreRefused() {
        assertThatThrownBy(() -> Backbones.named("nosuch")).hasMessageContaining("mobilefacenet");
        assertThatThrownBy(() -> new BackboneOptions(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BackboneOptions(128, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BackboneOptions(128, 1, Activation.PRELU, 12))
                .hasMessageContaining("8 or 16");
    }
}
