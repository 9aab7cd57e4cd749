package dev.facewright.ml.compress.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Network;
import dev.facewright.ml.graph.NetworkCost;
import dev.facewright.ml.graph.Op;
import dev.facewright.ml.graph.Preprocessing;
import dev.facewright.ml.graph.Tensor;
import dev.facewright.ml.graph.Weights;
import dev.facewright.ml.onnx.TinyNetwork;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoldBatchNormTest {
    /// A 1x1 convolution by 2 with bias 1, then gamma 3, beta 5, mean 7, variance 4, epsilon 0:
    /// s = 3 / 2; weight 2 · 1.5 = 3; bias (1 - 7) · 1.5 + 5 = -4.
    @Test
    void theWorkedExampleGivesTheWeightsDoneByHand() {
        Map<String, Tensor> weights = new LinkedHashMap<>();
        weights.put("w", new Tensor(new int[] {1, 3, 1, 1}, new float[] {2, 2, 2}));
        weights.put("b", Tensor.vector(1));
        weights.put("gamma", Tensor.vector(3));
        weights.put("beta", Tensor.vector(5));
        weights.put("mean", Tensor.vector(7));
        weights.put("variance", Tensor.vector(4));
        List<Op> ops = List.of(
                new Op.Conv2d("conv", "input", "w", "b", 1, 0, 1),
                new Op.BatchNorm("norm", "conv", "gamma", "beta", "mean", "variance", 0),
                new Op.Flatten("out", "norm"));
        FaceModel folded = new FoldBatchNorm()
                .apply(new FaceModel(
                        new Network("one", "input", 3, 2, ops, "out"), Weights.of(weights), Preprocessing.ARCFACE))
                .model();
        assertThat(folded.weights().tensors())
                .containsOnlyKeys("w", "b")
                .containsEntry("w", new Tensor(new int[] {1, 3, 1, 1}, new float[] {3, 3, 3}))
                .containsEntry("b", Tensor.vector(-4));
        assertThat(folded.network().ops()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void randomResidualNetworksGiveTheSameEmbeddings(long seed) {
        FaceModel model = residual(seed);
        FaceModel folded = assertUnchanged(model);
        assertThat(normalisations(folded)).isZero();
        assertThat(normalisations(model)).isGreaterThan(3);
    }

    @Test
    void aNormalisationReadTwiceFoldsAndBothReadersSeeIt() {
        TinyNetwork net = new TinyNetwork(1).conv(3, 4, 3, 2, 1, 1, true).norm(4);
        String norm = net.last();
        FaceModel folded = assertUnchanged(
                net.prelu(4).conv(4, 4, 1, 1, 0, 1, false).plus(norm).flatten().model());
        assertThat(normalisations(folded)).isZero();
    }

    @Test
    void aConvolutionReadBesidesItsNormalisationKeepsIt() {
        TinyNetwork net = new TinyNetwork(1).conv(3, 4, 3, 2, 1, 1, true);
        String conv = net.last();
        FaceModel folded = assertUnchanged(net.norm(4).plus(conv).flatten().model());
        assertThat(normalisations(folded)).isOne();
    }

    @Test
    void aNormalisationOfASumStays() {
        TinyNetwork net = new TinyNetwork(1).conv(3, 4, 3, 2, 1, 1, true);
        String conv = net.last();
        FaceModel model =
                net.conv(4, 4, 1, 1, 0, 1, true).plus(conv).norm(4).flatten().model();
        assertThat(assertUnchanged(model).network()).isEqualTo(model.network());
    }

    @Test
    void theFinalNormalisationFoldsThroughFlattenIntoAConvolutionOfOnePixel() {
        FaceModel folded = assertUnchanged(new TinyNetwork(2)
                .conv(3, 5, TinyNetwork.SIDE, 1, 0, 1, false)
                .flatten()
                .norm(5)
                .model());
        assertThat(folded.network().ops()).hasSize(2);
        assertThat(folded.network().output())
                .isEqualTo(folded.network().ops().getLast().output());
    }

    @Test
    void aNormalisationOfEveryPixelAfterFlattenStays() {
        FaceModel model = new TinyNetwork(2)
                .conv(3, 2, 3, 2, 1, 1, false)
                .flatten()
                .norm(32)
                .model();
        assertThat(normalisations(assertUnchanged(model))).isOne();
    }

    @Test
    void twoNormalisationsInARowBothFold() {
        FaceModel folded = assertUnchanged(new TinyNetwork(2)
                .conv(3, 4, 3, 2, 1, 1, false)
                .norm(4)
                .norm(4)
                .flatten()
                .linear(64, 6, false)
                .norm(6)
                .model());
        assertThat(normalisations(folded)).isZero();
    }

    @Test
    void aWeightThatTwoLayersShareIsNotChangedForTheOther() {
        TinyNetwork net = new TinyNetwork(3).conv(3, 3, 3, 1, 1, 1, true);
        net.add(new Op.Conv2d("again", net.last(), "conv0.weight", "conv0.bias", 1, 1, 1));
        FaceModel folded = assertUnchanged(net.norm(3).flatten().model());
        assertThat(normalisations(folded)).isZero();
        assertThat(folded.weights().tensors()).hasSize(4);
    }

    @Test
    void theReportCountsWhatWasFoldedAndWhatWasLeft() {
        TinyNetwork net = new TinyNetwork(1).conv(3, 4, 3, 2, 1, 1, true).norm(4);
        String norm = net.last();
        FaceModel model =
                net.conv(4, 4, 1, 1, 0, 1, true).plus(norm).norm(4).flatten().model();

        PassReport report = new FoldBatchNorm().apply(model).reports().getFirst();

        assertThat(report.pass()).isEqualTo("fold-batch-norm");
        assertThat(report.counts()).containsExactly(entry("folded", 1), entry("left", 1));
        assertThat(report.before()).isEqualTo(NetworkCost.of(model.network(), model.weights()));
        assertThat(report.before().bytes() - report.after().bytes())
                .as("gamma, beta, mean and variance of four channels")
                .isEqualTo(4 * 4 * 4);
        assertThat(report.after().macs()).isEqualTo(report.before().macs());
    }

    /// Convolutions of random kinds, each with its normalisation, and a residual sum now and then.
    private static FaceModel residual(long seed) {
        Random random = new Random(seed);
        TinyNetwork net = new TinyNetwork(seed)
                .conv(3, 4, 3, 2, 1, 1, random.nextBoolean())
                .norm(4);
        for (int block = 0; block < 2 + random.nextInt(2); block++) {
            String before = net.last();
            net.prelu(4).conv(4, 8, 1, 1, 0, 1, false).norm(8).prelu(8);
            net.conv(8, 8, 3, 1, 1, 8, random.nextBoolean()).norm(8);
            net.conv(8, 4, 1, 1, 0, random.nextBoolean() ? 2 : 1, false).norm(4);
            if (random.nextBoolean()) {
                net.plus(before);
            }
        }
        return net.conv(4, 6, 4, 1, 0, 1, false)
                .norm(6)
                .flatten()
                .linear(6, 5, false)
                .norm(5)
                .model();
    }

    private static FaceModel assertUnchanged(FaceModel model) {
        return PassContract.holds(new FoldBatchNorm(), model).model();
    }

    private static long normalisations(FaceModel model) {
        return model.network().ops().stream()
                .filter(Op.BatchNorm.class::isInstance)
                .count();
    }
}
