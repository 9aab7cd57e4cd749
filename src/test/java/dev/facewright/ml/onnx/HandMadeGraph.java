package dev.facewright.ml.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import dev.facewright.ml.graph.Tensor;
import java.util.List;
import java.util.Random;

/// An ONNX file put together node by node, as other exporters would write it.
final class HandMadeGraph {
    static final int SIDE = TinyNetwork.SIDE;

    final GraphProto.Builder graph = GraphProto.newBuilder().setName("main_graph");
    private final Random random = new Random(11);
    private long opset = 17;

    HandMadeGraph() {
        graph.addInput(Protos.floats("pixels", "batch", 3, SIDE, SIDE));
    }

    HandMadeGraph opset(long version) {
        opset = version;
        return this;
    }

    HandMadeGraph batchOfOne() {
        graph.getInputBuilder(0)
                .getTypeBuilder()
                .getTensorTypeBuilder()
                .getShapeBuilder()
                .getDimBuilder(0)
                .setDimValue(1);
        return this;
    }

    HandMadeGraph node(String type, List<String> inputs, String output, AttributeProto... attributes) {
        graph.addNode(NodeProto.newBuilder()
                .setOpType(type)
                .setName("/net/net.0/" + type + "_" + graph.getNodeCount())
                .addAllInput(inputs)
                .addOutput(output)
                .addAllAttribute(List.of(attributes)));
        return this;
    }

    /// A 3x3 convolution of three channels to four, without bias.
    HandMadeGraph conv(String input, String output, AttributeProto... attributes) {
        weights("onnx::Conv_" + output, 4, 3, 3, 3);
        return node("Conv", List.of(input, "onnx::Conv_" + output), output, attributes);
    }

    HandMadeGraph weights(String name, int... shape) {
        Tensor tensor = Tensor.filled(0, shape);
        for (int i = 0; i < tensor.size(); i++) {
            tensor.floats()[i] = (float) random.nextGaussian() * 0.5f;
        }
        return constant(name, tensor);
    }

    HandMadeGraph constant(String name, Tensor tensor) {
        graph.addInitializer(Protos.tensor(name, tensor));
        return this;
    }

    HandMadeGraph constantInteger(String name, long value) {
        graph.addInitializer(TensorProto.newBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.INT64.getNumber())
                .addInt64Data(value));
        return this;
    }

    HandMadeGraph shape(String name, Long... values) {
        graph.addInitializer(TensorProto.newBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.INT64.getNumber())
                .addDims(values.length)
                .addAllInt64Data(List.of(values)));
        return this;
    }

    HandMadeGraph output(String name, int... dimensions) {
        graph.addOutput(Protos.floats(name, "batch", dimensions));
        return this;
    }

    byte[] bytes() {
        return ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(opset))
                .setGraph(graph)
                .build()
                .toByteArray();
    }
}
