package dev.facewright.ml.onnx;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import dev.facewright.ml.graph.Preprocessing;
import dev.facewright.ml.graph.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A refusal names the node, the attribute or the tensor at fault, and what would be read instead.
class UnsupportedOnnxTest {
    private static final int MAP = 4 * 6 * 6;

    @Test
    void convolutionsThatAreNotPlainAreRefusedByName() {
        refused(conv(text("auto_pad", "SAME_UPPER")), "Conv node `/net/net.0/Conv_0`", "auto_pad = SAME_UPPER");
        refused(conv(Protos.integers("dilations", 2, 2)), "/net/net.0/Conv_0", "dilations other than 1");
        refused(conv(Protos.integers("pads", 0, 0, 1, 1)), "/net/net.0/Conv_0", "pads = [0, 0, 1, 1]", "equal");
        refused(conv(Protos.integers("strides", 1, 2)), "/net/net.0/Conv_0", "strides = [1, 2]");
        refused(conv(Protos.integers("strides", 0, 0)), "strides = 0");
        refused(conv(Protos.integers("pads", 9, 9, 9, 9)), "pads = 9; supported is 0 to 3");
        refused(conv(Protos.integers("kernel_shape", 5, 5)), "kernel_shape does not agree");
        refused(conv(Protos.integer("group", 3)), "/net/net.0/Conv_0", "does not fit 3 channels");
        refused(conv(Protos.integer("surprise", 1)), "attribute surprise is not supported");
        refused(conv(Protos.number("group", 1)), "attribute group is FLOAT, not INT");
    }

    @Test
    void aRectangularKernelIsRefused() {
        refused(
                new HandMadeGraph().weights("w", 4, 3, 3, 1).node("Conv", List.of("pixels", "w"), "map"),
                "Conv node `/net/net.0/Conv_0`",
                "square");
    }

    @Test
    void anUnknownOperatorIsNamedTogetherWithTheKnownOnes() {
        refused(
                flattened().node("MaxPool", List.of("map"), "smaller"),
                "MaxPool node `/net/net.0/MaxPool_2`: this operator is not supported",
                "GlobalAveragePool");
    }

    @Test
    void operatorsOfOtherDomainsAreNotTakenForStandardOnes() {
        HandMadeGraph graph = flattened();
        graph.graph.getNodeBuilder(1).setDomain("com.example");
        refused(graph, "com.example.Flatten node");
    }

    @Test
    void weightsInAnotherFileAreRefused() {
        HandMadeGraph graph = flattened();
        graph.graph
                .getInitializerBuilder(0)
                .setDataLocation(TensorProto.DataLocation.EXTERNAL)
                .addExternalData(
                        StringStringEntryProto.newBuilder().setKey("location").setValue("/etc/passwd"));
        refused(graph, "Tensor `onnx::Conv_map` keeps its data in another file");
    }

    @Test
    void tensorsMustHoldWhatTheyAnnounce() {
        refused(
                initialiser(tensor -> tensor.setRawData(ByteString.copyFrom(new byte[7]))),
                "should hold 432 bytes, but holds 7");
        refused(initialiser(tensor -> tensor.setDims(0, Long.MAX_VALUE)), "values are the most");
        refused(initialiser(tensor -> tensor.setDims(0, -4)), "every dimension must be positive");
        refused(initialiser(tensor -> tensor.setDataType(TensorProto.DataType.FLOAT16.getNumber())), "is FLOAT16");
        refused(initialiser(tensor -> tensor.setDataType(999)), "Tensor `onnx::Conv_map`");
    }

    @Test
    void weightsThatAreNotNumbersAreRefused() {
        refused(
                new HandMadeGraph()
                        .constant("w", Tensor.filled(Float.NaN, 4, 3, 3, 3))
                        .node("Conv", List.of("pixels", "w"), "map"),
                "Tensor `w` holds NaN");
    }

    @Test
    void modelsInTrainingModeAreRefused() {
        HandMadeGraph graph = new HandMadeGraph().conv("pixels", "map");
        for (String name : List.of("gamma", "beta", "mean")) {
            graph.weights(name, 4);
        }
        graph.constant("variance", Tensor.filled(1, 4))
                .node(
                        "BatchNormalization",
                        List.of("map", "gamma", "beta", "mean", "variance"),
                        "normal",
                        Protos.integer("training_mode", 1));
        refused(graph, "training_mode = 1", "evaluation mode");
    }

    @Test
    void aVarianceWithoutARootIsRefused() {
        HandMadeGraph graph = new HandMadeGraph().conv("pixels", "map").constant("v", Tensor.filled(-1, 4));
        refused(
                graph.node("BatchNormalization", List.of("map", "v", "v", "v", "v"), "normal"),
                "a variance of -1.0 with epsilon 1.0E-5");
    }

    @Test
    void reshapesThatMixImagesAreRefused() {
        refused(
                new HandMadeGraph()
                        .conv("pixels", "map")
                        .shape("target", 1L, -1L)
                        .node("Reshape", List.of("map", "target"), "features")
                        .output("features", MAP),
                "a reshape to [1, -1] is not supported; [N, 144] or [N, -1] is");
    }

    @Test
    void inputsThatAreNoImageAreRefused() {
        refused(resized(1, 1), "Input `pixels` does not have 3 channels");
        refused(resized(2, 9), "does not have a fixed, square size");
        refused(resized(0, 16), "is fixed to 16 images");
        HandMadeGraph two = flattened().output("features", MAP);
        two.graph.addInput(Protos.floats("other", "N", 3));
        refused(two, "2 inputs; one, the image, is supported");
    }

    @Test
    void outputsThatAreNoEmbeddingAreRefused() {
        refused(new HandMadeGraph().conv("pixels", "map").output("map", 4, 6, 6), "a map of 4 channels, 6 by 6");
        refused(flattened().output("features", MAP).output("map", 4), "outputs [features, map]; one");
        refused(flattened().output("nothing", 4), "No supported node makes the output `nothing`");
    }

    @Test
    void graphsThatCannotBeOrderedAreRefused() {
        refused(flattened().node("Relu", List.of("loop"), "loop").output("features", MAP), "cycle");
        refused(
                flattened().node("Relu", List.of("map"), "map").output("features", MAP),
                "which another node writes too");
        refused(
                flattened().node("Relu", List.of("ghost"), "seen").output("features", MAP),
                "reads `ghost`, which nothing makes");
    }

    @Test
    void combinationsOfUnlikeShapesAreRefused() {
        refused(
                flattened().node("Add", List.of("map", "features"), "sum").output("sum", MAP),
                "Add node `/net/net.0/Add_2`",
                "[4, 6, 6] and [144]");
    }

    @Test
    void operatorSetsOutsideTheKnownRangeAreRefused() {
        refused(flattened().output("features", MAP).opset(6), "version 6", "7 to 23");
        refused(flattened().output("features", MAP).opset(99), "version 99");
    }

    @Test
    void namesFromTheFileCannotForgeLinesInAMessage() {
        assertThatThrownBy(() -> OnnxReader.read(
                        flattened()
                                .node("Bad\nINFO fine", List.of("map"), "x".repeat(500))
                                .bytes(),
                        Preprocessing.ARCFACE))
                .hasMessageStartingWith("Bad?INFO fine node")
                .hasMessageNotContaining("\n");
    }

    private interface Change {
        void apply(TensorProto.Builder tensor);
    }

    private static HandMadeGraph initialiser(Change change) {
        HandMadeGraph graph = flattened().output("features", MAP);
        change.apply(graph.graph.getInitializerBuilder(0));
        return graph;
    }

    private static HandMadeGraph resized(int dimension, int size) {
        HandMadeGraph graph = flattened().output("features", MAP);
        graph.graph
                .getInputBuilder(0)
                .getTypeBuilder()
                .getTensorTypeBuilder()
                .getShapeBuilder()
                .getDimBuilder(dimension)
                .setDimValue(size);
        return graph;
    }

    private static HandMadeGraph conv(AttributeProto attribute) {
        return new HandMadeGraph().conv("pixels", "map", attribute);
    }

    private static HandMadeGraph flattened() {
        return new HandMadeGraph().conv("pixels", "map").node("Flatten", List.of("map"), "features");
    }

    private static AttributeProto text(String name, String value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.STRING)
                .setS(ByteString.copyFromUtf8(value))
                .build();
    }

    private static void refused(HandMadeGraph graph, String... parts) {
        assertThatThrownBy(() -> OnnxReader.read(graph.bytes(), Preprocessing.ARCFACE))
                .isInstanceOf(UnsupportedOnnx.class)
                .hasMessageContainingAll(parts);
    }
}
