package dev.facewright.ml.torch;

import dev.facewright.ml.graph.Network;
import dev.facewright.ml.graph.Op;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Writes a network's operations into a script. Activations are channels-last, which oneDNN's kernels want.
final class NetworkScript {
    private static final double STATISTICS_MOMENTUM = 0.1;

    private final Script script;
    private final Function<String, String> weight;
    private final boolean training;
    private final Map<String, String> variables = new HashMap<>();

    /// @param weight  from a tensor's name to the expression that reads it
    /// @param training  BatchNorm by the batch's statistics, moving the running ones in place; by those
    ///     otherwise
    NetworkScript(Script script, Function<String, String> weight, boolean training) {
        this.script = script;
        this.weight = weight;
        this.training = training;
    }

    /// @param images  the expression of the input, float32 `[batch, channels, side, side]`
    /// @return the variable of the output
    String write(Network network, String images) {
        input(network, images);
        network.ops().forEach(this::make);
        return value(network.output());
    }

    /// @param images  as for `write`
    void input(Network network, String images) {
        define(network.input(), script.let("torch.contiguous(" + images + ", memory_format=2)"));
    }

    /// Writes one operation, whose inputs are known.
    void make(Op op) {
        define(op.output(), script.let(expression(op)));
    }

    /// From here on the value is what the variable holds.
    void define(String name, String variable) {
        variables.put(name, variable);
    }

    /// A variable that no later line reads is freed by TorchScript.
    void forget(String name) {
        variables.remove(name);
    }

    boolean knows(String name) {
        return variables.containsKey(name);
    }

    private String expression(Op op) {
        return switch (op) {
            case Op.Conv2d conv -> conv(conv);
            case Op.BatchNorm norm -> norm(norm);
            case Op.PRelu prelu -> call("prelu", value(prelu.input()), weight.apply(prelu.slope()));
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
                call("linear", value(linear.input()), weight.apply(linear.weight()), optional(linear.bias()));
            case Op.GlobalPool pool -> call("mean", value(pool.input()), "[2, 3]", "True");
            case Op.Flatten flatten -> call("flatten", value(flatten.input()), "1");
            case Op.Tokens tokens -> call("transpose", call("flatten", value(tokens.input()), "2"), "1", "2");
            case Op.Position position -> call("add", value(position.input()), weight.apply(position.weight()));
            case Op.LayerNorm norm -> layerNorm(norm);
            case Op.SelfAttention attention -> attention(attention);
        };
    }

    private String conv(Op.Conv2d conv) {
        return call(
                "conv2d",
                value(conv.input()),
                weight.apply(conv.weight()),
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
                weight.apply(norm.mean()),
                weight.apply(norm.variance()),
                training ? "True" : "False",
                Script.number(STATISTICS_MOMENTUM),
                Script.number(norm.epsilon()),
                "True");
    }

    private String layerNorm(Op.LayerNorm norm) {
        String gamma = weight.apply(norm.gamma());
        return call(
                "layer_norm",
                value(norm.input()),
                call("size", gamma),
                gamma,
                weight.apply(norm.beta()),
                Script.number(norm.epsilon()));
    }

    private String attention(Op.SelfAttention attention) {
        String apart = call("unflatten", value(attention.input()), "2", "[3, " + attention.heads() + ", -1]");
        String parts = script.let(call("permute", apart, "[2, 0, 3, 1, 4]"));
        String mixed = call(
                "scaled_dot_product_attention",
                call("select", parts, "0", "0"),
                call("select", parts, "0", "1"),
                call("select", parts, "0", "2"));
        return call("flatten", call("transpose", mixed, "1", "2"), "2");
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

    String value(String name) {
        String variable = variables.get(name);
        if (variable == null) {
            throw new IllegalStateException("Network let an operation read " + name + " before it is made");
        }
        return variable;
    }

    private String optional(@Nullable String name) {
        return name == null ? "None" : weight.apply(name);
    }

    static String pair(int value) {
        return "[" + value + ", " + value + "]";
    }

    private static String call(String function, String... arguments) {
        return "torch." + function + "(" + String.join(", ", arguments) + ")";
    }
}
