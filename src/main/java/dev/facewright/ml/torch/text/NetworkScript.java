package dev.facewright.ml.torch.text;

import dev.facewright.ml.graph.Network;
import dev.facewright.ml.graph.Op;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Writes a network's operations into a script. Activations are channels-last, which oneDNN's kernels want.
public final class NetworkScript {
    public static final double STATISTICS_MOMENTUM = 0.1;

    private final Script script;
    private final Function<String, String> weight;
    private final Norms norms;
    private final Arithmetic arithmetic;
    private final Map<String, String> variables = new HashMap<>();

    /// By which statistics BatchNorm goes.
    public enum Norms {
        /// The running ones, as after training.
        RUNNING,
        /// The batch's, moving the running ones in place.
        MOVED,
        /// The batch's, leaving the running ones as they are.
        STILL
    }

    /// @param weight  from a tensor's name to the expression that reads it
    public NetworkScript(Script script, Function<String, String> weight, Norms norms, Arithmetic arithmetic) {
        this.script = script;
        this.weight = weight;
        this.norms = norms;
        this.arithmetic = arithmetic;
    }

    /// In float32 throughout.
    public NetworkScript(Script script, Function<String, String> weight, Norms norms) {
        this(script, weight, norms, Arithmetic.FULL);
    }

    /// @param images  the expression of the input, float32 `[batch, channels, side, side]`
    /// @return the variable of the output, float32
    public String write(Network network, String images) {
        return write(new Segment(network.input(), network.ops(), network.output()), input(images), network.output());
    }

    /// @return the variable of the network's input, as its operations take it
    public String input(String images) {
        return script.let("torch.contiguous(" + arithmetic.stored(images) + ", memory_format=2)");
    }

    /// @param input  the variable of what the segment reads
    /// @param networkOutput  float32 where the segment ends in it
    /// @return the variable of what the segment gives
    public String write(Segment segment, String input, String networkOutput) {
        variables.put(segment.input(), input);
        for (Op op : segment.ops()) {
            variables.put(op.output(), script.let(expression(op)));
        }
        String output = value(segment.output());
        boolean last = arithmetic.mixed() && segment.output().equals(networkOutput);
        return last ? script.let(arithmetic.full(output)) : output;
    }

    /// Begins with the network's input; operations follow one by one.
    ///
    /// @param images  as for `write`
    public void start(Network network, String images) {
        define(network.input(), input(images));
    }

    /// Writes one operation, whose inputs are known.
    public void make(Op op) {
        define(op.output(), script.let(expression(op)));
    }

    /// From here on the value is what the variable holds.
    public void define(String name, String variable) {
        variables.put(name, variable);
    }

    /// A variable that no later line reads is freed by TorchScript.
    public void forget(String name) {
        variables.remove(name);
    }

    public boolean knows(String name) {
        return variables.containsKey(name);
    }

    private String expression(Op op) {
        return switch (op) {
            case Op.Conv2d conv -> conv(conv);
            case Op.BatchNorm norm -> norm(norm);
            case Op.PRelu prelu -> call("prelu", value(prelu.input()), arithmetic.rounded(weight.apply(prelu.slope())));
            case Op.Relu relu -> call("relu", value(relu.input()));
            case Op.LeakyRelu leaky -> call("leaky_relu", value(leaky.input()), Script.number(leaky.negativeSlope()));
            case Op.Clip clip -> clip(clip);
            case Op.HardSwish swish -> call("hardswish", value(swish.input()));
            case Op.HardSigmoid sigmoid -> call("hardsigmoid", value(sigmoid.input()));
            case Op.Gelu gelu -> call("gelu", value(gelu.input()));
            case Op.Sigmoid sigmoid -> call("sigmoid", value(sigmoid.input()));
            case Op.Add add -> call("add", value(add.left()), value(add.right()));
            case Op.Mul mul -> call("mul", value(mul.left()), value(mul.right()));
            case Op.ChannelScale scale -> call("mul", value(scale.input()), value(scale.factors()));
            case Op.Linear linear ->
                product("linear", linear.input(), factor(linear.weight()), optional(linear.bias()));
            case Op.GlobalPool pool -> call("mean", value(pool.input()), "[2, 3]", "True");
            case Op.Flatten flatten -> call("flatten", value(flatten.input()), "1");
            case Op.Tokens tokens -> call("transpose", call("flatten", value(tokens.input()), "2"), "1", "2");
            case Op.Position position ->
                call("add", value(position.input()), arithmetic.rounded(weight.apply(position.weight())));
            case Op.LayerNorm norm -> layerNorm(norm);
            case Op.SelfAttention attention -> attention(attention);
        };
    }

    private String conv(Op.Conv2d conv) {
        return product(
                "conv2d",
                conv.input(),
                factor(conv.weight()),
                optional(conv.bias()),
                pair(conv.stride()),
                pair(conv.padding()),
                pair(1),
                Integer.toString(conv.groups()));
    }

    private String norm(Op.BatchNorm norm) {
        return call(
                "batch_norm",
                value(norm.input()),
                weight.apply(norm.gamma()),
                weight.apply(norm.beta()),
                norms == Norms.STILL ? "None" : weight.apply(norm.mean()),
                norms == Norms.STILL ? "None" : weight.apply(norm.variance()),
                norms == Norms.RUNNING ? "False" : "True",
                Script.number(STATISTICS_MOMENTUM),
                Script.number(norm.epsilon()),
                "True");
    }

    private String layerNorm(Op.LayerNorm norm) {
        String gamma = weight.apply(norm.gamma());
        return arithmetic.stored(call(
                "layer_norm",
                arithmetic.full(value(norm.input())),
                call("size", gamma),
                gamma,
                weight.apply(norm.beta()),
                Script.number(norm.epsilon())));
    }

    private String attention(Op.SelfAttention attention) {
        String apart = call(
                "unflatten", arithmetic.factor(value(attention.input())), "2", "[3, " + attention.heads() + ", -1]");
        String parts = script.let(call("permute", apart, "[2, 0, 3, 1, 4]"));
        String mixed = call(
                "scaled_dot_product_attention",
                call("select", parts, "0", "0"),
                call("select", parts, "0", "1"),
                call("select", parts, "0", "2"));
        return arithmetic.stored(call("flatten", call("transpose", mixed, "1", "2"), "2"));
    }

    /// `hardtanh` has no gradient at its bounds, as ReLU has none at 0; `clamp` knows open ends.
    private String clip(Op.Clip clip) {
        String input = value(clip.input());
        boolean below = Double.isFinite(clip.minimum());
        boolean above = Double.isFinite(clip.maximum());
        if (below && above) {
            return call("hardtanh", input, Script.number(clip.minimum()), Script.number(clip.maximum()));
        }
        if (below) {
            return call("clamp_min", input, Script.number(clip.minimum()));
        }
        return above ? call("clamp_max", input, Script.number(clip.maximum())) : input;
    }

    public String value(String name) {
        String variable = variables.get(name);
        if (variable == null) {
            throw new IllegalStateException("Network let an operation read " + name + " before it is made");
        }
        return variable;
    }

    private String optional(@Nullable String name) {
        return name == null ? "None" : factor(name);
    }

    private String factor(String name) {
        return arithmetic.factor(arithmetic.rounded(weight.apply(name)));
    }

    private String product(String function, String input, String... arguments) {
        String factors = arithmetic.factor(value(input)) + ", " + String.join(", ", arguments);
        return arithmetic.stored(call(function, factors));
    }

    public static String pair(int value) {
        return "[" + value + ", " + value + "]";
    }

    private static String call(String function, String... arguments) {
        return "torch." + function + "(" + String.join(", ", arguments) + ")";
    }
}
