package dev.facewright.ml.torch.text;

import dev.facewright.ml.graph.Op;
import dev.facewright.ml.torch.text.NetworkScript.Norms;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One operation of a network as an expression of TorchScript.
///
/// @param script  takes the lines that an expression needs before it
/// @param weight  from a tensor's name to the expression that reads it
/// @param value  from the name of what an operation reads to its variable
record OpText(
        Script script,
        Function<String, String> weight,
        Function<String, String> value,
        Norms norms,
        Arithmetic arithmetic) {
    String text(Op op) {
        return switch (op) {
            case Op.Conv2d conv -> conv(conv);
            case Op.BatchNorm norm -> norm(norm);
            case Op.PRelu prelu ->
                call("prelu", value.apply(prelu.input()), arithmetic.rounded(weight.apply(prelu.slope())));
            case Op.Relu relu -> call("relu", value.apply(relu.input()));
            case Op.LeakyRelu leaky ->
                call("leaky_relu", value.apply(leaky.input()), Script.number(leaky.negativeSlope()));
            case Op.Clip clip -> clip(clip);
            case Op.HardSwish swish -> call("hardswish", value.apply(swish.input()));
            case Op.HardSigmoid sigmoid -> call("hardsigmoid", value.apply(sigmoid.input()));
            case Op.Gelu gelu -> call("gelu", value.apply(gelu.input()));
            case Op.Sigmoid sigmoid -> call("sigmoid", value.apply(sigmoid.input()));
            case Op.Add add -> call("add", value.apply(add.left()), value.apply(add.right()));
            case Op.Mul mul -> call("mul", value.apply(mul.left()), value.apply(mul.right()));
            case Op.ChannelScale scale -> call("mul", value.apply(scale.input()), value.apply(scale.factors()));
            case Op.Linear linear ->
                product("linear", linear.input(), factor(linear.weight()), optional(linear.bias()));
            case Op.GlobalPool pool -> call("mean", value.apply(pool.input()), "[2, 3]", "True");
            case Op.Flatten flatten -> call("flatten", value.apply(flatten.input()), "1");
            case Op.Tokens tokens -> call("transpose", call("flatten", value.apply(tokens.input()), "2"), "1", "2");
            case Op.Position position ->
                call("add", value.apply(position.input()), arithmetic.rounded(weight.apply(position.weight())));
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
                NetworkScript.pair(conv.stride()),
                NetworkScript.pair(conv.padding()),
                NetworkScript.pair(1),
                Integer.toString(conv.groups()));
    }

    private String norm(Op.BatchNorm norm) {
        return call(
                "batch_norm",
                value.apply(norm.input()),
                weight.apply(norm.gamma()),
                weight.apply(norm.beta()),
                norms == Norms.STILL ? "None" : weight.apply(norm.mean()),
                norms == Norms.STILL ? "None" : weight.apply(norm.variance()),
                norms == Norms.RUNNING ? "False" : "True",
                Script.number(NetworkScript.STATISTICS_MOMENTUM),
                Script.number(norm.epsilon()),
                "True");
    }

    private String layerNorm(Op.LayerNorm norm) {
        String gamma = weight.apply(norm.gamma());
        return arithmetic.stored(call(
                "layer_norm",
                arithmetic.full(value.apply(norm.input())),
                call("size", gamma),
                gamma,
                weight.apply(norm.beta()),
                Script.number(norm.epsilon())));
    }

    private String attention(Op.SelfAttention attention) {
        String apart = call(
                "unflatten",
                arithmetic.factor(value.apply(attention.input())),
                "2",
                "[3, " + attention.heads() + ", -1]");
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
        String input = value.apply(clip.input());
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

    private String optional(@Nullable String name) {
        return name == null ? "None" : factor(name);
    }

    private String factor(String name) {
        return arithmetic.factor(arithmetic.rounded(weight.apply(name)));
    }

    private String product(String function, String input, String... arguments) {
        String factors = arithmetic.factor(value.apply(input)) + ", " + String.join(", ", arguments);
        return arithmetic.stored(call(function, factors));
    }

    private static String call(String function, String... arguments) {
        return "torch." + function + "(" + String.join(", ", arguments) + ")";
    }
}
