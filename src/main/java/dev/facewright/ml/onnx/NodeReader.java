package dev.facewright.ml.onnx;

import dev.facewright.ml.graph.Op;

/// Reads each node with what knows its operator.
final class NodeReader {
    private static final String SUPPORTED = "Add, BatchNormalization, Clip, Constant, Conv, Div, Dropout, Flatten, "
            + "Gelu, Gemm, GlobalAveragePool, HardSigmoid, HardSwish, Identity, LayerNormalization, LeakyRelu, MatMul, "
            + "Mul, PRelu, ReduceMean, Relu, Reshape, Sigmoid, Squeeze, Transpose, and Erf of a GELU, Softmax and "
            + "Split of attention, and Shape, Gather, Unsqueeze, Concat and Cast of shapes";

    private final GraphBuilder graph;
    private final ConvolutionNodes convolutions;
    private final LayerNodes layers;
    private final ActivationNodes activations;
    private final ArithmeticNodes arithmetic;
    private final ShapeNodes shapes;
    private final ShapeArithmetic shapeArithmetic;
    private final AttentionNodes attention;
    private final SequenceNodes sequences;

    NodeReader(GraphBuilder graph, boolean batchIsOne) {
        this.graph = graph;
        this.convolutions = new ConvolutionNodes(graph);
        this.attention = new AttentionNodes(graph);
        this.sequences = new SequenceNodes(graph, attention);
        this.layers = new LayerNodes(graph, attention);
        this.activations = new ActivationNodes(graph);
        this.arithmetic = new ArithmeticNodes(graph, layers, sequences, attention);
        this.shapes = new ShapeNodes(graph, attention, batchIsOne);
        this.shapeArithmetic = new ShapeArithmetic(graph);
    }

    void read(Node node) {
        switch (node.type()) {
            case "Conv" -> convolutions.read(node);
            case "BatchNormalization" -> layers.batchNormalization(node);
            case "Gemm" -> layers.gemm(node);
            case "MatMul" -> layers.matMul(node);
            case "PRelu" -> activations.prelu(node);
            case "Relu" -> activations.plain(node, Op.Relu::new);
            case "LeakyRelu" -> activations.leakyRelu(node);
            case "Clip" -> activations.clip(node);
            case "HardSwish" -> activations.plain(node, Op.HardSwish::new);
            case "HardSigmoid" -> activations.hardSigmoid(node);
            case "Gelu" -> sequences.gelu(node);
            case "Erf" -> sequences.errorFunction(node);
            case "LayerNormalization" -> sequences.layerNormalization(node);
            case "Transpose" -> sequences.transpose(node);
            case "Split" -> attention.split(node);
            case "Softmax" -> attention.softmax(node);
            case "Sigmoid" -> activations.plain(node, Op.Sigmoid::new);
            case "Add" -> arithmetic.add(node);
            case "Mul" -> arithmetic.multiply(node);
            case "Div" -> arithmetic.divide(node);
            case "GlobalAveragePool" -> shapes.globalPool(node);
            case "ReduceMean" -> shapes.reduceMean(node);
            case "Flatten" -> shapes.flatten(node);
            case "Reshape" -> shapes.reshape(node);
            case "Squeeze" -> shapes.squeeze(node);
            case "Shape" -> shapeArithmetic.shape(node);
            case "Gather" -> shapeArithmetic.gather(node);
            case "Unsqueeze" -> shapeArithmetic.unsqueeze(node);
            case "Concat" -> shapeArithmetic.concat(node);
            case "Cast" -> shapeArithmetic.cast(node);
            case "Identity", "Dropout" -> passThrough(node);
            case "Constant" -> constant(node);
            default -> throw node.unsupported("this operator is not supported. Supported are " + SUPPORTED);
        }
        node.refuseUnread();
    }

    private void passThrough(Node node) {
        node.ignore("ratio");
        node.ignore("seed");
        graph.define(node.output(), graph.value(node, 0));
    }

    private void constant(Node node) {
        node.refuseInputsBeyond(0);
        graph.define(
                node.output(),
                new Value.Constant(node.tensor("value")
                        .orElseThrow(() -> node.unsupported("only constants with a tensor as value are supported"))));
    }
}
