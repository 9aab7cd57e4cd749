package dev.facewright.ml.onnx;

import static dev.facewright.ml.onnx.OnnxWriterTest.assertSame;
import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.AttributeProto;
import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Op;
import dev.facewright.ml.graph.Preprocessing;
import dev.facewright.ml.graph.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What PyTorch and others write for the same thing in different ways must be read as that thing: the file as it
/// came, run by ONNX Runtime, is the reference.
class ExportedGraphsTest {
    private static final int MAP = 4 * 6 * 6;

    @Test
    void aConvolutionWithoutPaddingFollowedByFlatten() {
        FaceModel model = same(new HandMadeGraph()
                .conv("pixels", "map")
                .node("Flatten", List.of("map"), "features")
                .output("features", MAP));
        assertThat(model.network().ops()).hasSize(2);
    }

    @Test
    void reluSixAsClipWithConstantLimits() {
        FaceModel model = same(new HandMadeGraph()
                .conv("pixels", "map")
                .node("Constant", List.of(), "low", tensor(0))
                .node("Constant", List.of(), "high", tensor(6))
                .node("Clip", List.of("map", "low", "high"), "limited")
                .node("Flatten", List.of("limited"), "features")
                .output("features", MAP));
        assertThat(model.network().ops().get(1)).isInstanceOf(Op.Clip.class);
    }

    @Test
    void aClipAtZeroWithoutUpperLimitIsRelu() {
        FaceModel model = same(new HandMadeGraph()
                .conv("pixels", "map")
                .constant("low", new Tensor(new int[0], new float[] {0}))
                .node("Clip", List.of("map", "low"), "limited")
                .node("Flatten", List.of("limited"), "features")
                .output("features", MAP));
        assertThat(model.network().ops().get(1)).isInstanceOf(Op.Relu.class);
    }

    @Test
    void aShapeComputedFromTheBatch() {
        same(new HandMadeGraph()
                .conv("pixels", "map")
                .constantInteger("zero", 0)
                .shape("zeroAxis", 0L)
                .shape("rest", -1L)
                .node("Shape", List.of("map"), "size")
                .node("Gather", List.of("size", "zero"), "batch", Protos.integer("axis", 0))
                .node("Unsqueeze", List.of("batch", "zeroAxis"), "batches")
                .node("Concat", List.of("batches", "rest"), "target", Protos.integer("axis", 0))
                .node("Reshape", List.of("map", "target"), "features")
                .output("features", MAP));
    }

    @Test
    void reshapesToBatchAndRest() {
        for (Long[] target : List.of(new Long[] {0L, -1L}, new Long[] {-1L, (long) MAP})) {
            same(new HandMadeGraph()
                    .conv("pixels", "map")
                    .shape("target", target)
                    .node("Reshape", List.of("map", "target"), "features")
                    .output("features", MAP));
        }
    }

    @Test
    void aModelForOneImageBecomesOneForAnyBatch() {
        HandMadeGraph graph = new HandMadeGraph()
                .batchOfOne()
                .conv("pixels", "map")
                .shape("target", 1L, -1L)
                .node("Reshape", List.of("map", "target"), "features")
                .output("features", MAP);
        same(graph);
    }

    @Test
    void aMatrixProductWithASumIsALinearLayerWithBias() {
        FaceModel model = same(pooled().weights("w", 4, 5)
                .weights("b", 5)
                .node("MatMul", List.of("features", "w"), "product")
                .node("Add", List.of("b", "product"), "embedding")
                .output("embedding", 5));
        assertThat(model.network().ops().getLast())
                .isInstanceOfSatisfying(
                        Op.Linear.class, linear -> assertThat(linear.bias()).isNotNull());
    }

    @Test
    void gemmInBothOrientationsAndWithOneBiasForAll() {
        same(pooled().weights("w", 4, 5)
                .weights("one", 1)
                .node("Gemm", List.of("features", "w", "one"), "embedding")
                .output("embedding", 5));
        same(pooled().weights("w", 5, 4)
                .weights("b", 5)
                .node("Gemm", List.of("features", "w", "b"), "embedding", Protos.integer("transB", 1))
                .output("embedding", 5));
    }

    @Test
    void aMeanOverSpaceIsPoolingWithAxesAsAttributeOrInput() {
        same(new HandMadeGraph()
                .conv("pixels", "map")
                .node(
                        "ReduceMean",
                        List.of("map"),
                        "features",
                        Protos.integers("axes", -2, -1),
                        Protos.integer("keepdims", 0))
                .output("features", 4));
        same(new HandMadeGraph()
                .opset(18)
                .conv("pixels", "map")
                .shape("axes", 2L, 3L)
                .node("ReduceMean", List.of("map", "axes"), "pooled")
                .node("Squeeze", List.of("pooled", "axes"), "features")
                .output("features", 4));
    }

    @Test
    void anOutputOfOnePixelIsFlattened() {
        FaceModel model = same(new HandMadeGraph()
                .conv("pixels", "map")
                .node("GlobalAveragePool", List.of("map"), "pooled")
                .output("pooled", 4, 1, 1));
        assertThat(model.network().ops().getLast()).isInstanceOf(Op.Flatten.class);
    }

    @Test
    void constantsOnChannelsBecomeBiasOrScale() {
        FaceModel model = same(new HandMadeGraph()
                .conv("pixels", "map")
                .weights("shift", 1, 4, 1, 1)
                .weights("scale", 4, 1, 1)
                .weights("offset", 1)
                .node("Add", List.of("map", "shift"), "shifted")
                .node("Mul", List.of("scale", "shifted"), "scaled")
                .node("Relu", List.of("scaled"), "positive")
                .node("Add", List.of("positive", "offset"), "lifted")
                .node("Flatten", List.of("lifted"), "features")
                .output("features", MAP));
        assertThat(model.network().ops())
                .extracting(op -> op.getClass().getSimpleName())
                .containsExactly("Conv2d", "Conv2d", "Relu", "Conv2d", "Flatten");
    }

    @Test
    void aSumOfAValueAndItsPositivePartIsAPReLUOnlyIfTheFactorsAddUpToOne() {
        for (float rest : new float[] {0.75f, 0.5f}) {
            FaceModel model = same(new HandMadeGraph()
                    .conv("pixels", "map")
                    .constant("a", Tensor.filled(0.25f, 4, 1, 1))
                    .constant("b", Tensor.filled(rest, 4, 1, 1))
                    .node("Relu", List.of("map"), "positive")
                    .node("Mul", List.of("map", "a"), "direct")
                    .node("Mul", List.of("positive", "b"), "rectified")
                    .node("Add", List.of("rectified", "direct"), "sum")
                    .node("Flatten", List.of("sum"), "features")
                    .output("features", MAP));
            assertThat(model.network().ops().stream().anyMatch(Op.PRelu.class::isInstance))
                    .isEqualTo(rest == 0.75f);
        }
    }

    /// As `RewritePRelu` writes it, with the factor of either part at hand.
    @Test
    void aSumOfAPositivePartAndAScaledNegativeOneIsAPReLUOnlyIfTheSignIsTurned() {
        for (float turned : new float[] {-1, -0.5f}) {
            FaceModel model = same(new HandMadeGraph()
                    .conv("pixels", "map")
                    .constant("minus", Tensor.filled(turned, 4, 1, 1, 1))
                    .constant("factors", new Tensor(new int[] {4, 1, 1, 1}, new float[] {-0.25f, 2, 0, -1.5f}))
                    .node("Relu", List.of("map"), "positive")
                    .node("Conv", List.of("map", "minus"), "turned", Protos.integer("group", 4))
                    .node("Relu", List.of("turned"), "negative")
                    .node("Conv", List.of("negative", "factors"), "scaled", Protos.integer("group", 4))
                    .node("Add", List.of("scaled", "positive"), "sum")
                    .node("Flatten", List.of("sum"), "features")
                    .output("features", MAP));
            List<Op> ops = model.network().ops();
            assertThat(ops.size()).isEqualTo(turned == -1 ? 3 : 7);
            if (ops.get(1) instanceof Op.PRelu prelu) {
                assertThat(turned).isEqualTo(-1);
                assertThat(model.weights().get(prelu.slope())).isEqualTo(Tensor.vector(0.25f, -2, -0.0f, 1.5f));
            }
        }
    }

    @Test
    void aConstantIsNoBiasWhereSomethingElseReadsTheLayerWithoutIt() {
        same(new HandMadeGraph()
                .conv("pixels", "map")
                .weights("shift", 4, 1, 1)
                .node("Add", List.of("map", "shift"), "shifted")
                .node("Mul", List.of("map", "shifted"), "product")
                .node("Flatten", List.of("product"), "features")
                .output("features", MAP));
    }

    @Test
    void oneSlopeForAllChannelsIsSpreadOverThem() {
        FaceModel model = same(new HandMadeGraph()
                .conv("pixels", "map")
                .weights("net.slope", 1)
                .node("PRelu", List.of("map", "net.slope"), "activated")
                .node("Flatten", List.of("activated"), "features")
                .output("features", MAP));
        assertThat(model.weights().get("net.slope").shape()).containsExactly(4);
    }

    @Test
    void identityAndDropoutLeaveNoTrace() {
        FaceModel model = same(new HandMadeGraph()
                .conv("pixels", "map")
                .node("Identity", List.of("map"), "same")
                .node("Flatten", List.of("same"), "features")
                .node("Dropout", List.of("features"), "kept")
                .output("kept", MAP));
        assertThat(model.network().ops()).hasSize(2);
    }

    @Test
    void nodesMayComeInAnyOrderAndDeadOnesAreLeftOut() {
        FaceModel model = OnnxReader.read(
                new HandMadeGraph()
                        .node("Flatten", List.of("map"), "features")
                        .node("Sigmoid", List.of("map"), "unused")
                        .conv("pixels", "map")
                        .output("features", MAP)
                        .bytes(),
                Preprocessing.ARCFACE);
        assertThat(model.network().ops())
                .extracting(op -> op.getClass().getSimpleName())
                .containsExactly("Conv2d", "Flatten");
    }

    @Test
    void exportersNamesBecomeReadable() {
        FaceModel model = same(new HandMadeGraph()
                .conv("pixels", "/net/net.0/Conv_output_0")
                .node("Flatten", List.of("/net/net.0/Conv_output_0"), "features")
                .output("features", MAP));
        assertThat(model.weights().tensors().sequencedKeySet()).containsExactly("net.0.weight");
        assertThat(model.network().ops().getFirst().output()).isEqualTo("net_0_conv");
    }

    private static HandMadeGraph pooled() {
        return new HandMadeGraph()
                .conv("pixels", "map")
                .node("GlobalAveragePool", List.of("map"), "pooled")
                .node("Flatten", List.of("pooled"), "features");
    }

    private static AttributeProto tensor(float value) {
        return AttributeProto.newBuilder()
                .setName("value")
                .setType(AttributeProto.AttributeType.TENSOR)
                .setT(Protos.tensor("", new Tensor(new int[0], new float[] {value})))
                .build();
    }

    /// Reads the graph, writes it for any batch, and compares with the file as it came.
    private static FaceModel same(HandMadeGraph graph) {
        byte[] original = graph.bytes();
        FaceModel model = OnnxReader.read(original, Preprocessing.ARCFACE);
        float[] images = TinyNetwork.images(2, 9);
        try (EmbeddingSession before = EmbeddingSession.open(original, 1);
                EmbeddingSession after = EmbeddingSession.open(OnnxWriter.write(model), 1)) {
            assertSame(after.embed(images, 2), before.embed(images, 2), 1e-6f);
        }
        return model;
    }
}
