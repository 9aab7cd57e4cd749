package dev.facewright.ml.backbone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.NetworkCost;
import dev.facewright.ml.graph.Op;
import dev.facewright.ml.graph.Shapes;
import dev.facewright.ml.graph.Tensor;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisionTransformerTest {
    private static final int DIMENSIONS = 512;

    private static NetworkCost cost(String name, int patch) {
        return Backbones.named(name)
                .plan(new BackboneOptions(DIMENSIONS, 1, Activation.PRELU, patch))
                .cost();
    }

    @ParameterizedTest
    @CsvSource({"vit-tiny, 192, 8", "vit-tiny, 192, 16", "vit-small, 384, 8", "vit-base, 768, 8", "vit-base, 768, 16"})
    void isAsLargeAsTheFormulaSays(String name, long width, int patch) {
        long side = 112 / patch;
        long tokens = side * side;
        long pixels = 3L * patch * patch;
        long gather = tokens * width * width;

        NetworkCost cost = cost(name, patch);

        assertThat(cost.parameters())
                .isEqualTo(12 * (12 * width * width + 13 * width)
                        + (pixels + 1) * width
                        + tokens * width
                        + 2 * width
                        + gather
                        + 2 * width
                        + DIMENSIONS * width
                        + 2 * DIMENSIONS);
        assertThat(cost.macs())
                .isEqualTo(12 * (12 * tokens * width * width + 2 * tokens * tokens * width)
                        + tokens * pixels * width
                        + gather
                        + DIMENSIONS * width);
    }

    /// With the patch of 16 pixels, the class token and the thousand classes of DeiT in the place of what makes
    /// embeddings, the published counts. Patches of 8 give as many tokens as DeiT's images of 224 pixels have, and
    /// with them its multiply-accumulates: 1.3, 4.6 and 17.6 G.
    @ParameterizedTest
    @CsvSource({"vit-tiny, 192, 5717416, 1.3", "vit-small, 384, 22050664, 4.6", "vit-base, 768, 86567656, 17.6"})
    void isTheTransformerOfTheReference(String name, long width, long published, double giga) {
        NetworkCost cost = cost(name, 8);
        long embedding = 196 * width * width + 2 * width + DIMENSIONS * width + 2 * DIMENSIONS;
        long largerPatch = (768 - 192) * width;
        long classToken = 2 * width;
        long classes = 1000 * width + 1000;

        assertThat(cost.parameters() - embedding + largerPatch + classToken + classes)
                .isEqualTo(published);
        assertThat(cost.macs() / 1e9).isCloseTo(giga, within(0.11));
    }

    @Test
    void tokensKeepTheirNumberAndWidthThroughTheLayers() {
        Blueprint plan = Backbones.named("vit-tiny").plan(new BackboneOptions(16, 0.125, Activation.PRELU, 16));
        FaceModel model = plan.build(1);
        Map<String, int[]> shapes = Shapes.infer(model.network(), model.weights());

        assertThat(shapes.get("patches")).containsExactly(24, 7, 7);
        assertThat(shapes.get("places")).containsExactly(49, 24);
        assertThat(shapes.get("layer12.perceptron.sum")).containsExactly(49, 24);
        assertThat(shapes.get("gather")).containsExactly(24);
        assertThat(Shapes.embeddingDimensions(model)).isEqualTo(16);
        assertThat(plan.network().ops().stream().filter(Op.SelfAttention.class::isInstance))
                .hasSize(12)
                .allSatisfy(op -> assertThat(((Op.SelfAttention) op).heads()).isEqualTo(3));
    }

    @Test
    void weightsBeginTruncatedAndSmall() {
        FaceModel model = Backbones.named("vit-tiny").build(new BackboneOptions(16, 0.25), 1);
        Tensor places = model.weights().get("places.weight");
        double squares = 0;
        for (float value : places.floats()) {
            assertThat(Math.abs(value)).isLessThanOrEqualTo(0.04f);
            squares += value * value;
        }
        // a standard normal cut at two deviations has a deviation of 0.88
        assertThat(Math.sqrt(squares / places.size())).isCloseTo(0.88 * 0.02, within(0.0005));
        assertThat(model.weights().get("layer1.attention.share.bias").floats()).containsOnly(0);
    }
}
