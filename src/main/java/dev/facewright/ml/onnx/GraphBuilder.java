package dev.facewright.ml.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import dev.facewright.ml.graph.Op;
import dev.facewright.ml.graph.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The network as far as it has been read: what each ONNX name stands for, and the operations made of the nodes.
final class GraphBuilder {
    private static final double NUMBER_ROUNDING = 1e-6;

    private final Names names = new Names();
    private final Map<String, Value> values = new HashMap<>();
    private final Map<String, Op> makers = new HashMap<>();
    private final Map<String, Integer> uses;
    private final List<Op> ops = new ArrayList<>();
    private final WeightCollector weights;
    private final ActivationShapes shapes;

    /// @param uses  how many nodes read each ONNX name
    GraphBuilder(WeightCollector weights, Map<String, Integer> uses) {
        this.weights = weights;
        this.uses = uses;
        this.shapes = new ActivationShapes(name -> weights.get(name).shape());
    }

    Names names() {
        return names;
    }

    WeightCollector weights() {
        return weights;
    }

    List<Op> ops() {
        return List.copyOf(ops);
    }

    void define(String onnxName, Value value) {
        values.put(onnxName, value);
    }

    void defineInput(String onnxName, String name, int channels, int side) {
        define(onnxName, new Value.Activation(names.unique(name)));
        shapes.input(name, channels, side);
    }

    Value value(Node node, int input) {
        Value value = values.get(node.input(input));
        if (value == null) {
            throw node.unsupported("reads `" + Names.printable(node.input(input)) + "`, which nothing makes");
        }
        return value;
    }

    Optional<Value> find(String onnxName) {
        return Optional.ofNullable(values.get(onnxName));
    }

    /// The name of the activation at an input; a scaled one becomes an operation of its own here.
    String activation(Node node, int input) {
        return switch (value(node, input)) {
            case Value.Activation activation -> activation.name();
            case Value.Scaled scaled -> materialise(node, input, scaled);
            case Value.Constant _, Value.Integers _ ->
                throw node.unsupported("input " + input + " is a constant, but an activation is supported here");
            case Value.Rows _, Value.GeluPart _, Value.AttentionPart _ ->
                throw node.unsupported("input " + input + " is a step of a GELU, of tokens or of attention, which are"
                        + " supported only whole and as `OnnxWriter` writes them");
        };
    }

    private String materialise(Node node, int input, Value.Scaled scaled) {
        Op scaling = ChannelScaling.of(this, node, scaled);
        append(node, scaling);
        define(node.input(input), new Value.Activation(scaling.output()));
        return scaling.output();
    }

    TensorProto constant(Node node, int input) {
        if (value(node, input) instanceof Value.Constant constant) {
            return constant.tensor();
        }
        throw node.unsupported("input " + input + " must be a constant stored in the model");
    }

    /// Whether an input is a constant of one value, and which.
    boolean isNumber(Node node, int input, double number) {
        if (!(value(node, input) instanceof Value.Constant constant) || !TensorReader.isFloat(constant.tensor())) {
            return false;
        }
        Tensor tensor = TensorReader.floats(constant.tensor());
        return tensor.size() == 1 && Math.abs(tensor.floats()[0] - number) <= NUMBER_ROUNDING * Math.abs(number);
    }

    boolean isConstant(Node node, int input) {
        return value(node, input) instanceof Value.Constant;
    }

    /// Takes a constant input into the weights as it is.
    String weight(Node node, int input, String role) {
        return weight(node, input, role, "as it is", () -> TensorReader.floats(constant(node, input)));
    }

    /// Takes a constant input into the weights as one value a channel of an activation.
    String channelWeight(Node node, int input, String role, String activation) {
        TensorProto constant = constant(node, input);
        int[] shape = shape(activation);
        return weight(
                node,
                input,
                role,
                "per channel " + shape[0],
                () -> Tensor.vector(ChannelScaling.perChannel(node, constant, shape)));
    }

    /// Takes a constant input into the weights in another form.
    ///
    /// @param role  what it is to the node, `weight` or `bias`, for its name
    /// @param form  tells this form from others of the same constant
    String weight(Node node, int input, String role, String form, Supplier<Tensor> tensor) {
        constant(node, input);
        String name = node.input(input);
        return weights.add(name + "\n" + form, () -> names.weight(name, node, role), tensor);
    }

    int[] shape(String activation) {
        return shapes.of(activation);
    }

    /// How many nodes read the output of this one.
    boolean isReadOnce(String onnxName) {
        return uses.getOrDefault(onnxName, 0) == 1;
    }

    Optional<Op> maker(String activation) {
        return Optional.ofNullable(makers.get(activation));
    }

    void emit(Node node, Op op) {
        append(node, op);
        define(node.output(), new Value.Activation(op.output()));
    }

    /// Makes a vector of a map one pixel in size.
    String flatten(String activation) {
        Op flatten = new Op.Flatten(names.unique(activation + "_flat"), activation);
        shapes.add(flatten);
        ops.add(flatten);
        return flatten.output();
    }

    private void append(Node node, Op op) {
        check(node, op);
        ops.add(op);
    }

    /// Puts an operation in the place of one that it makes superfluous.
    void replace(Node node, Op old, Op op) {
        check(node, op);
        ops.set(ops.lastIndexOf(old), op);
        define(node.output(), new Value.Activation(op.output()));
    }

    private void check(Node node, Op op) {
        try {
            shapes.add(op);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw node.unsupported(String.valueOf(e.getMessage()));
        }
        makers.put(op.output(), op);
    }
}
