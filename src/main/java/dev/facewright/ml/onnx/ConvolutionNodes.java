package dev.facewright.ml.onnx;

import dev.facewright.ml.graph.Op;
import java.util.List;

/// Reads convolutions: square kernels, one stride and one padding for all sides, no dilation.
final class ConvolutionNodes {
    private static final int MAXIMUM_KERNEL = 128;
    private static final int MAXIMUM_CHANNELS = 1 << 20;

    private final GraphBuilder graph;

    ConvolutionNodes(GraphBuilder graph) {
        this.graph = graph;
    }

    void read(Node node) {
        node.refuseInputsBeyond(3);
        String input = graph.activation(node, 0);
        String weight = graph.weight(node, 1, "weight");
        int kernel = kernel(node, graph.weights().get(weight).shape());
        String bias = node.hasInput(2) ? graph.weight(node, 2, "bias") : null;
        refuseAutomaticPaddingAndDilation(node);
        int stride = common(node, "strides", 1, 1, MAXIMUM_KERNEL);
        int pad = common(node, "pads", 0, 0, kernel);
        int groups = groups(node, graph.weights().get(weight).shape());
        String output = graph.names().value(node.output(), node);
        graph.emit(node, new Op.Conv2d(output, input, weight, bias, stride, pad, groups));
    }

    private static void refuseAutomaticPaddingAndDilation(Node node) {
        String padding = node.text("auto_pad", "NOTSET");
        if (!padding.equals("NOTSET")) {
            throw node.unsupported(
                    "auto_pad = " + Names.printable(padding) + " is not supported; export explicit pads");
        }
        if (node.integers("dilations").stream().flatMap(List::stream).anyMatch(dilation -> dilation != 1)) {
            throw node.unsupported("dilations other than 1 are not supported");
        }
    }

    private static int kernel(Node node, int[] weight) {
        if (weight.length != 4 || weight[2] != weight[3] || weight[2] > MAXIMUM_KERNEL) {
            throw node.unsupported("only square two-dimensional kernels up to " + MAXIMUM_KERNEL + " are supported");
        }
        if (node.integers("kernel_shape").stream().flatMap(List::stream).anyMatch(size -> size != weight[2])) {
            throw node.unsupported("kernel_shape does not agree with the weight, which is " + weight[2] + " wide");
        }
        return weight[2];
    }

    private static int groups(Node node, int[] weight) {
        long groups = node.integer("group", 1);
        if (groups < 1 || groups > MAXIMUM_CHANNELS || groups * weight[1] > MAXIMUM_CHANNELS) {
            throw node.unsupported(
                    "group = " + groups + " is not supported with a weight for " + weight[1] + " channels");
        }
        return (int) groups;
    }

    /// The one value that all entries of a list share.
    private static int common(Node node, String attribute, int otherwise, int minimum, int maximum) {
        List<Long> values = node.integers(attribute).orElse(List.of((long) otherwise));
        if (values.isEmpty() || values.stream().distinct().count() > 1) {
            throw node.unsupported(attribute + " = " + values + " is not supported; all must be equal");
        }
        long value = values.getFirst();
        if (value < minimum || value > maximum) {
            throw node.unsupported(attribute + " = " + value + "; supported is " + minimum + " to " + maximum);
        }
        return (int) value;
    }
}
