package dev.facewright.ml.compress.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.facewright.ml.compress.pass.Pass.Rewritten;
import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Op;
import dev.facewright.ml.graph.Preprocessing;
import dev.facewright.ml.onnx.EmbeddingSession;
import dev.facewright.ml.onnx.OnnxReader;
import dev.facewright.ml.onnx.OnnxWriter;
import dev.facewright.ml.onnx.TinyNetwork;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RewritePReluTest {
    private static final int IMAGES = 3;

    /// Slopes of a seeded normal distribution: below 0, between 0 and 1, above 1.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void noPReluIsLeftOnAMap(long seed) {
        Rewritten rewritten = PassContract.holds(new RewritePRelu(), twoPRelus(seed));

        assertThat(rewritten.model().network().ops()).noneMatch(Op.PRelu.class::isInstance);
        assertThat(rewritten.reports().getFirst().counts()).containsExactly(entry("rewritten", 2));
    }

    /// A product with 1 or -1 and a sum with 0 do not round, so not one bit may differ.
    @Test
    void onnxRuntimeGivesTheSameBitsAsWithItsOwnPRelu() {
        FaceModel model = new TinyNetwork(6)
                .conv(3, 4, 3, 1, 1, 1, true)
                .prelu(4)
                .flatten()
                .model();
        float[] images = TinyNetwork.images(IMAGES, 1);
        FaceModel rewritten = new RewritePRelu().apply(model).model();
        try (EmbeddingSession own = EmbeddingSession.open(OnnxWriter.write(model), 1);
                EmbeddingSession ours = EmbeddingSession.open(OnnxWriter.write(rewritten), 1)) {
            float[][] expected = own.embed(images, IMAGES);
            assertThat(ours.embed(images, IMAGES)).isDeepEqualTo(expected);
            assertThat(signs(expected[0])).as("both branches").containsOnly(-1, 1);
        }
    }

    @Test
    void aPReluOfAVectorStays() {
        FaceModel model = new TinyNetwork(1)
                .conv(3, 5, TinyNetwork.SIDE, 1, 0, 1, false)
                .flatten()
                .prelu(5)
                .model();

        Rewritten rewritten = PassContract.holds(new RewritePRelu(), model);

        assertThat(rewritten.model()).isEqualTo(model);
        assertThat(rewritten.reports().getFirst().counts()).containsExactly(entry("left", 1));
    }

    @Test
    void namesThatAreTakenAreLeftToThoseWhoHaveThem() {
        TinyNetwork net = new TinyNetwork(1).conv(3, 4, 3, 2, 1, 1, true);
        net.add(new Op.Relu("prelu2_positive", net.last()));
        FaceModel model = net.prelu(4).flatten().model();

        FaceModel rewritten = PassContract.holds(new RewritePRelu(), model).model();

        assertThat(rewritten.network().ops())
                .extracting(Op::output)
                .contains("prelu2_positive", "prelu2_positive2", "prelu2");
    }

    @Test
    void readBackFromOnnxItIsAPReluAgainWithTheSameSlopes() {
        FaceModel model = twoPRelus(5);
        byte[] onnx = OnnxWriter.write(new RewritePRelu().apply(model).model());

        FaceModel back = OnnxReader.read(onnx, Preprocessing.ARCFACE);

        assertThat(back.weights()).isEqualTo(model.weights());
        assertThat(back.network().ops())
                .extracting(Op::getClass)
                .isEqualTo(model.network().ops().stream().map(Op::getClass).toList());
    }

    private static Set<Integer> signs(float[] values) {
        Set<Integer> signs = new HashSet<>();
        for (float value : values) {
            signs.add((int) Math.signum(value));
        }
        return signs;
    }

    private static FaceModel twoPRelus(long seed) {
        TinyNetwork net = new TinyNetwork(seed).conv(3, 4, 3, 2, 1, 1, true).prelu(4);
        String first = net.last();
        return net.conv(4, 4, 3, 1, 1, 4, false)
                .plus(first)
                .prelu(4)
                .flatten()
                .linear(64, 6, false)
                .model();
    }
}
