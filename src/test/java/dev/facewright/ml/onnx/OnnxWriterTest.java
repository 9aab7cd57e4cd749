package dev.facewright.ml.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Op;
import dev.facewright.ml.graph.Preprocessing;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// ONNX Runtime, which knows nothing of our classes, must compute what the definitions of the operations say.
class OnnxWriterTest {
    private static final int IMAGES = 3;

    /// One network for each operation, on a map and, where it may stand there, on a vector.
    static Map<String, FaceModel> networks() {
        Map<String, FaceModel> models = new LinkedHashMap<>();
        models.put("strided convolution with bias", map(net -> net.conv(4, 6, 3, 2, 1, 1, true)));
        models.put("depthwise convolution", map(net -> net.conv(4, 4, 3, 1, 1, 4, false)));
        models.put("grouped convolution", map(net -> net.conv(4, 8, 1, 1, 0, 2, true)));
        models.put("BatchNorm of a map", map(net -> net.norm(4)));
        models.put("PReLU of a map", map(net -> net.prelu(4)));
        models.put("ReLU", map(net -> net.add(new Op.Relu("relu", net.last()))));
        models.put("leaky ReLU", map(net -> net.add(new Op.LeakyRelu("leaky", net.last(), 0.1))));
        models.put("ReLU6", map(net -> net.add(new Op.Clip("clip", net.last(), 0, 6))));
        models.put(
                "open-ended clip", map(net -> net.add(new Op.Clip("clip", net.last(), Double.NEGATIVE_INFINITY, 0.5))));
        models.put("hard swish", map(net -> net.add(new Op.HardSwish("swish", net.last()))));
        models.put("hard sigmoid", map(net -> net.add(new Op.HardSigmoid("gate", net.last()))));
        models.put("GELU of a map", map(net -> net.add(new Op.Gelu("gelu", net.last()))));
        models.put("sigmoid", map(net -> net.add(new Op.Sigmoid("sigmoid", net.last()))));
        models.put("sum", map(net -> net.plus("input_conv").prelu(4).plus("input_conv")));
        models.put("product", map(net -> net.add(new Op.Mul("product", "input_conv", net.last()))));
        models.put("pooling", map(net -> net.pool()));
        models.put("scaled channels", map(OnnxWriterTest::gated));
        models.put("tokens", map(net -> net.tokens()));
        models.put("places of tokens", map(net -> net.tokens().position(64, 4)));
        models.put("LayerNorm of tokens", map(net -> net.tokens().layerNorm(4)));
        models.put("linear of tokens", map(net -> net.tokens().linear(4, 6, true)));
        models.put(
                "linear of tokens without bias",
                map(net -> net.tokens().linear(4, 6, false).linear(6, 4, true)));
        models.put("attention of one head", map(net -> net.tokens().attention(4, 1)));
        models.put("attention of two heads", map(net -> net.tokens().attention(4, 2)));
        models.put("transformer block", map(OnnxWriterTest::block));
        models.put("LayerNorm of a vector", vector(net -> net.layerNorm(5)));
        models.put("GELU of a vector", vector(net -> net.add(new Op.Gelu("gelu", net.last()))));
        models.put("linear", vector(net -> net.linear(5, 7, true)));
        models.put("linear without bias", vector(net -> net.linear(5, 7, false)));
        models.put("BatchNorm of a vector", vector(net -> net.norm(5)));
        models.put("PReLU of a vector", vector(net -> net.prelu(5)));
        return models;
    }

    private static void gated(TinyNetwork net) {
        String map = net.last();
        net.pool().conv(4, 4, 1, 1, 0, 1, true);
        net.add(new Op.HardSigmoid("gate", net.last())).add(new Op.ChannelScale("gated", map, "gate"));
    }

    private static void block(TinyNetwork net) {
        String places = net.tokens().position(64, 4).last();
        String attended =
                net.layerNorm(4).attention(4, 2).linear(4, 4, true).plus(places).last();
        net.layerNorm(4).linear(4, 8, true);
        net.add(new Op.Gelu("gelu", net.last())).linear(8, 4, true).plus(attended);
    }

    static Iterable<String> networkNames() {
        return networks().keySet();
    }

    private static FaceModel network(String name) {
        return Objects.requireNonNull(networks().get(name), name);
    }

    private static FaceModel map(Consumer<TinyNetwork> middle) {
        TinyNetwork net = new TinyNetwork(7).conv(3, 4, 3, 1, 1, 1, true);
        net.add(new Op.Relu("input_conv", net.last()));
        net.conv(4, 4, 1, 1, 0, 1, false);
        middle.accept(net);
        return net.flatten().model();
    }

    private static FaceModel vector(Consumer<TinyNetwork> end) {
        TinyNetwork net =
                new TinyNetwork(8).conv(3, 5, TinyNetwork.SIDE, 1, 0, 1, false).flatten();
        end.accept(net);
        return net.model();
    }

    @ParameterizedTest
    @MethodSource("networkNames")
    void onnxRuntimeComputesWhatTheOperationsMean(String name) {
        FaceModel model = network(name);
        float[] images = TinyNetwork.images(IMAGES, 1);
        float[][] expected = ReferenceForward.embed(model, images, IMAGES);
        assertSame(embed(OnnxWriter.write(model), images), expected, 1e-5f);
    }

    @ParameterizedTest
    @MethodSource("networkNames")
    void whatIsReadBackAndWrittenAgainComputesTheSameToTheBit(String name) {
        float[] images = TinyNetwork.images(IMAGES, 2);
        byte[] once = OnnxWriter.write(network(name));
        FaceModel back = OnnxReader.read(once, Preprocessing.ARCFACE);
        assertThat(embed(OnnxWriter.write(back), images)).isDeepEqualTo(embed(once, images));
    }

    @Test
    void theOperationsAndWeightsComeBackAsTheyWere() {
        FaceModel model = new TinyNetwork(3)
                .conv(3, 4, 3, 2, 1, 1, false)
                .norm(4)
                .prelu(4)
                .flatten()
                .linear(64, 5, true)
                .model();
        FaceModel back = OnnxReader.read(OnnxWriter.write(model), Preprocessing.ARCFACE);
        assertThat(back.weights()).isEqualTo(model.weights());
        assertThat(back.network().ops().subList(0, 4))
                .isEqualTo(model.network().ops().subList(0, 4));
        assertThat(back.network().name()).isEqualTo("tiny");
    }

    @Test
    void aTransformerBlockComesBackAsTheSameOperations() {
        FaceModel model = network("transformer block");
        FaceModel back = OnnxReader.read(OnnxWriter.write(model), Preprocessing.ARCFACE);
        assertThat(back.network().ops())
                .extracting(Op::getClass)
                .isEqualTo(model.network().ops().stream().map(Op::getClass).toList());
        assertThat(back.weights()).isEqualTo(model.weights());
    }

    @Test
    void namesThatWouldMeetInOnnxAreKeptApart() {
        TinyNetwork net = new TinyNetwork(3);
        net.conv(3, 4, 3, 2, 1, 1, false);
        net.add(new Op.Relu("conv0.weight", net.last()))
                .add(new Op.Relu("embedding", net.last()))
                .add(new Op.Add("sum", "embedding", net.last()))
                .flatten();
        FaceModel model = net.model();
        float[] images = TinyNetwork.images(IMAGES, 1);
        float[][] found = embed(OnnxWriter.write(model), images);
        assertSame(found, ReferenceForward.embed(model, images, IMAGES), 1e-5f);
    }

    @Test
    void theSameModelGivesTheSameBytes() {
        FaceModel model = network("sum");
        assertThat(OnnxWriter.write(model)).isEqualTo(OnnxWriter.write(model));
    }

    @Test
    void aNetworkThatEndsInAMapIsRefused() {
        FaceModel model = new TinyNetwork(3).conv(3, 4, 3, 2, 1, 1, false).model();
        assertThatThrownBy(() -> OnnxWriter.write(model))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Flatten");
    }

    @Test
    void aSessionTakesAnyNumberOfImagesAndSaysHowManyItNeeds() {
        FaceModel model = network("pooling");
        float[] images = TinyNetwork.images(70, 5);
        try (EmbeddingSession session = EmbeddingSession.open(OnnxWriter.write(model), 2)) {
            float[][] all = session.embed(images, 70);
            assertThat(session.dimensions()).isEqualTo(4);
            assertThat(session.embed(images, 0)).isEmpty();
            assertSame(all, ReferenceForward.embed(model, images, 70), 1e-5f);
            assertThatThrownBy(() -> session.embed(images, 71)).hasMessageContaining("71 images need");
        }
    }

    private static float[][] embed(byte[] onnx, float[] images) {
        try (EmbeddingSession session = EmbeddingSession.open(onnx, 1)) {
            return session.embed(images, IMAGES);
        }
    }

    static void assertSame(float[][] found, float[][] expected, float tolerance) {
        assertThat(found).hasDimensions(expected.length, expected[0].length);
        for (int row = 0; row < expected.length; row++) {
            for (int i = 0; i < expected[row].length; i++) {
                float scale = Math.max(1, Math.abs(expected[row][i]));
                assertThat(found[row][i])
                        .as("row %d, value %d", row, i)
                        .isCloseTo(expected[row][i], within(tolerance * scale));
            }
        }
    }
}
