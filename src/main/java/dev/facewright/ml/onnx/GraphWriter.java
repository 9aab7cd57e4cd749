package dev.facewright.ml.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Network;
import dev.facewright.ml.graph.Op;
import dev.facewright.ml.graph.Shapes;
import dev.facewright.ml.graph.Tensor;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes the operations of a network as ONNX nodes, with their weights as initialisers.
final class GraphWriter {
    private final FaceModel model;
    private final Map<String, int[]> shapes;
    private final WrittenGraph graph;
    private final SequenceWriter sequences;

    GraphWriter(FaceModel model) {
        this.model = model;
        this.shapes = Shapes.infer(model.network(), model.weights());
        this.graph = new WrittenGraph(model.network().name());
        this.sequences = new SequenceWriter(graph, model.weights());
    }

    GraphProto.Builder write() {
        Network network = model.network();
        graph.name(network.input(), OnnxWriter.INPUT);
        graph.name(network.output(), OnnxWriter.OUTPUT);
        for (Op op : network.ops()) {
            graph.name(op.output(), op.output());
            write(op);
        }
        return graph.proto();
    }

    private void write(Op op) {
        switch (op) {
            case Op.Conv2d conv -> convolution(conv);
            case Op.BatchNorm norm ->
                graph.node(
                        op,
                        "BatchNormalization",
                        List.of(
                                weight(norm.gamma()),
                                weight(norm.beta()),
                                weight(norm.mean()),
                                weight(norm.variance())),
                        Protos.number("epsilon", norm.epsilon()));
            case Op.PRelu prelu -> graph.node(prelu, "PRelu", List.of(slope(prelu)));
            case Op.Relu _ -> graph.node(op, "Relu", List.of());
            case Op.LeakyRelu leaky ->
                graph.node(op, "LeakyRelu", List.of(), Protos.number("alpha", leaky.negativeSlope()));
            case Op.Clip clip -> graph.node(op, "Clip", List.of(limit(clip.minimum()), limit(clip.maximum())));
            case Op.HardSwish _ -> graph.node(op, "HardSwish", List.of());
            case Op.HardSigmoid _ ->
                graph.node(op, "HardSigmoid", List.of(), Protos.number("alpha", 1 / 6.0), Protos.number("beta", 0.5));
            case Op.Gelu gelu -> sequences.gelu(gelu);
            case Op.Sigmoid _ -> graph.node(op, "Sigmoid", List.of());
            case Op.Add _ -> graph.node(op, "Add", List.of());
            case Op.Mul _, Op.ChannelScale _ -> graph.node(op, "Mul", List.of());
            case Op.Linear linear -> linear(linear);
            case Op.GlobalPool _ -> graph.node(op, "GlobalAveragePool", List.of());
            case Op.Flatten _ -> graph.node(op, "Flatten", List.of(), Protos.integer("axis", 1));
            case Op.Tokens tokens -> sequences.tokens(tokens, in(tokens));
            case Op.Position position -> sequences.position(position);
            case Op.LayerNorm norm ->
                graph.node(
                        op,
                        "LayerNormalization",
                        List.of(weight(norm.gamma()), weight(norm.beta())),
                        Protos.integer("axis", -1),
                        Protos.number("epsilon", norm.epsilon()));
            case Op.SelfAttention attention -> sequences.attention(attention, in(attention));
        }
    }

    private void convolution(Op.Conv2d conv) {
        int kernel = model.weights().get(conv.weight()).shape()[2];
        int padding = conv.padding();
        graph.node(
                conv,
                "Conv",
                weightAndBias(conv.weight(), conv.bias()),
                Protos.integers("kernel_shape", kernel, kernel),
                Protos.integers("strides", conv.stride(), conv.stride()),
                Protos.integers("pads", padding, padding, padding, padding),
                Protos.integer("group", conv.groups()));
    }

    private void linear(Op.Linear linear) {
        if (in(linear).length == 2) {
            sequences.linear(linear);
            return;
        }
        graph.node(linear, "Gemm", weightAndBias(linear.weight(), linear.bias()), Protos.integer("transB", 1));
    }

    private List<String> weightAndBias(String weight, @Nullable String bias) {
        return bias == null ? List.of(weight(weight)) : List.of(weight(weight), weight(bias));
    }

    /// One value a channel, which broadcasts over a map.
    private String slope(Op.PRelu prelu) {
        Tensor slope = model.weights().get(prelu.slope());
        if (in(prelu).length < 3) {
            return weight(prelu.slope());
        }
        Tensor map = new Tensor(new int[] {slope.size(), 1, 1}, slope.floats());
        return graph.initialiser(prelu.slope() + " map", prelu.slope(), map);
    }

    private int[] in(Op.Unary op) {
        int[] shape = shapes.get(op.input());
        if (shape == null) {
            throw new IllegalArgumentException(op + " reads a value without a shape");
        }
        return shape;
    }

    private String weight(String name) {
        return graph.initialiser(name + " as it is", name, model.weights().get(name));
    }

    /// An infinite limit is left out, for which an input without a name stands.
    private String limit(double limit) {
        if (Double.isInfinite(limit)) {
            return "";
        }
        String name = "limit_" + Double.toString(limit).replace('-', 'm').replace('.', '_');
        return graph.initialiser(name, name, new Tensor(new int[0], new float[] {(float) limit}));
    }
}
