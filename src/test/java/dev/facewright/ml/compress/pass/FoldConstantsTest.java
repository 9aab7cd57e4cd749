package dev.facewright.ml.compress.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.facewright.ml.compress.pass.Pass.Rewritten;
import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Network;
import dev.facewright.ml.graph.Op;
import dev.facewright.ml.graph.Preprocessing;
import dev.facewright.ml.graph.Tensor;
import dev.facewright.ml.graph.Weights;
import dev.facewright.ml.onnx.TinyNetwork;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FoldConstantsTest {
    /// Weights 2 with bias 1, then each channel times 3 plus 5: 6 with bias 8.
    @Test
    void theWorkedExampleGivesTheWeightsDoneByHand() {
        Map<String, Tensor> weights = Map.of(
                "w",
                new Tensor(new int[] {1, 3, 1, 1}, new float[] {2, 2, 2}),
                "b",
                Tensor.vector(1),
                "scale",
                new Tensor(new int[] {1, 1, 1, 1}, new float[] {3}),
                "shift",
                Tensor.vector(5));
        List<Op> ops = List.of(
                new Op.Conv2d("conv", "input", "w", "b", 1, 0, 1),
                new Op.Conv2d("scaled", "conv", "scale", "shift", 1, 0, 1),
                new Op.Flatten("out", "scaled"));
        FaceModel model = new FaceModel(
                new Network("one", "input", 3, 2, ops, "out"), Weights.of(weights), Preprocessing.ARCFACE);

        Rewritten folded = new FoldConstants().apply(model);

        assertThat(folded.model().weights().tensors())
                .containsOnlyKeys("w", "b")
                .containsEntry("w", new Tensor(new int[] {1, 3, 1, 1}, new float[] {6, 6, 6}))
                .containsEntry("b", Tensor.vector(8));
        assertThat(folded.model().network().ops()).hasSize(2);
        assertThat(folded.reports().getFirst().counts()).containsExactly(entry("folded", 1));
    }

    @Test
    void scalesInARowAllMoveIntoTheLayerBefore() {
        FaceModel folded = holds(new TinyNetwork(1)
                .conv(3, 4, 3, 2, 1, 1, false)
                .conv(4, 4, 1, 1, 0, 4, true)
                .conv(4, 4, 1, 1, 0, 4, false)
                .flatten()
                .linear(64, 6, true)
                .model());
        assertThat(folded.network().ops()).hasSize(3);
    }

    @Test
    void aConvolutionThatDoesMoreThanScaleStays() {
        FaceModel model = new TinyNetwork(1)
                .conv(3, 4, 3, 2, 1, 1, false)
                .conv(4, 4, 1, 2, 0, 4, true)
                .conv(4, 4, 1, 1, 1, 4, true)
                .conv(4, 4, 3, 1, 1, 4, true)
                .conv(4, 8, 1, 1, 0, 4, true)
                .conv(8, 8, 1, 1, 0, 1, true)
                .flatten()
                .model();
        assertThat(holds(model)).isEqualTo(model);
    }

    @Test
    void aScaleOfAValueThatOthersReadTooStays() {
        TinyNetwork net = new TinyNetwork(1).conv(3, 4, 3, 2, 1, 1, true);
        String conv = net.last();
        FaceModel model = net.conv(4, 4, 1, 1, 0, 4, false).plus(conv).flatten().model();
        assertThat(holds(model)).isEqualTo(model);
    }

    @Test
    void whatItsConstantsMakeTheIdentityGoesEvenAtTheEnd() {
        TinyNetwork net =
                new TinyNetwork(2).conv(3, 4, 3, 2, 1, 1, false).prelu(4).flatten();
        net.add(new Op.LeakyRelu("straight", net.last(), 1))
                .add(new Op.Clip("open", net.last(), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY))
                .add(new Op.LeakyRelu("bent", net.last(), 0.99))
                .add(new Op.Clip("closed", net.last(), Double.NEGATIVE_INFINITY, 6))
                .add(new Op.LeakyRelu("last", net.last(), 1));
        FaceModel model = with(net.model(), "prelu1.slope", Tensor.filled(1, 4));

        Rewritten rewritten = PassContract.holds(new FoldConstants(), model);

        assertThat(rewritten.model().network().ops())
                .extracting(op -> op.getClass().getSimpleName())
                .containsExactly("Conv2d", "Flatten", "LeakyRelu", "Clip");
        assertThat(rewritten.reports().getFirst().counts()).containsExactly(entry("removed", 4));
    }

    @Test
    void aModelWithoutConstantsToFoldStaysAndHasAnEmptyReport() {
        FaceModel model = new TinyNetwork(3)
                .conv(3, 4, 3, 2, 1, 1, false)
                .prelu(4)
                .flatten()
                .model();
        assertThat(holds(model)).isEqualTo(model);
        assertThat(new FoldConstants().apply(model).reports().getFirst().counts())
                .isEmpty();
    }

    private static FaceModel holds(FaceModel model) {
        return PassContract.holds(new FoldConstants(), model).model();
    }

    private static FaceModel with(FaceModel model, String name, Tensor tensor) {
        Map<String, Tensor> tensors = new LinkedHashMap<>(model.weights().tensors());
        tensors.put(name, tensor);
        return new FaceModel(model.network(), Weights.of(tensors), model.preprocessing());
    }
}
