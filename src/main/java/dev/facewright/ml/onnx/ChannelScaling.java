package dev.facewright.ml.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import dev.facewright.ml.graph.Op;
import dev.facewright.ml.graph.Tensor;
import java.util.Arrays;

/// Constants that act on each channel alike.
final class ChannelScaling {
    private ChannelScaling() {}

    /// One value a channel of a constant that broadcasts over an activation, as numpy does: a single value, or
    /// `[channels, 1, 1]` for a map, `[channels]` for tokens and `[features]` for a vector, with any further
    /// leading ones.
    static float[] perChannel(Node node, TensorProto constant, int[] activation) {
        Tensor tensor = TensorReader.floats(constant);
        if (tensor.size() == 1) {
            float[] values = new float[activation[channelAxis(activation)]];
            Arrays.fill(values, tensor.floats()[0]);
            return values;
        }
        int axis = tensor.shape().length - activation.length + channelAxis(activation);
        if (axis < 0 || tensor.shape()[axis] != tensor.size() || tensor.size() != activation[channelAxis(activation)]) {
            throw node.unsupported("a constant of shape " + Arrays.toString(tensor.shape())
                    + " is not one value a channel of " + Arrays.toString(activation) + " (without the batch)");
        }
        return tensor.floats();
    }

    private static int channelAxis(int[] activation) {
        return activation.length == 2 ? 1 : 0;
    }

    /// A convolution of each channel with one value: the same as the product, and trainable like any weight.
    static Op of(GraphBuilder graph, Node node, Value.Scaled scaled) {
        requireMap(graph, node, scaled.activation());
        int channels = scaled.factors().length;
        String weight = graph.weights()
                .add(
                        scaled.constant() + "\nscale " + channels,
                        () -> graph.names().weight(scaled.constant(), node, "scale"),
                        () -> new Tensor(new int[] {channels, 1, 1, 1}, scaled.factors()));
        String output = graph.names().unique(scaled.activation() + "_scaled");
        return new Op.Conv2d(output, scaled.activation(), weight, null, 1, 0, channels);
    }

    /// A convolution that leaves each channel as it is and adds one value to it.
    static Op shift(GraphBuilder graph, Node node, String activation, int constantInput) {
        requireMap(graph, node, activation);
        int channels = graph.shape(activation)[0];
        String weight = graph.weights()
                .add(
                        node.output() + "\nones",
                        () -> graph.names().weight("", node, "scale"),
                        () -> Tensor.filled(1, channels, 1, 1, 1));
        String bias = graph.channelWeight(node, constantInput, "shift", activation);
        String output = graph.names().value(node.output(), node);
        return new Op.Conv2d(output, activation, weight, bias, 1, 0, channels);
    }

    private static void requireMap(GraphBuilder graph, Node node, String activation) {
        if (graph.shape(activation).length != 3) {
            throw node.unsupported(
                    "a constant on vectors or tokens is supported only as the bias right after MatMul or Gemm");
        }
    }
}
