package dev.facewright.ml.torch.gradient;

import dev.facewright.ml.graph.Network;
import dev.facewright.ml.graph.Op;
import dev.facewright.ml.torch.gradient.GradientSums.Gradient;
import dev.facewright.ml.torch.text.Script;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes the backward pass of a network into a script: back from the embedding's gradient to that of every
/// parameter, an operation at a time. What an operation read is asked of `Activations`.
///
/// Operations that take little time are left to autograd, one at a time: see `AutogradScript`.
public final class GradientScript {
    private final WayBack way;
    private final NormGradient norms;
    private final LayerGradient layers;

    /// @param weight  from a tensor's name to the expression that reads it
    public GradientScript(Script script, Activations activations, Function<String, String> weight) {
        way = new WayBack(script, activations, weight);
        norms = new NormGradient(way);
        layers = new LayerGradient(way);
    }

    /// @param gradient  the variable of the output's gradient, overwritten
    /// @return from each parameter of the network to the expression of its gradient
    public Map<String, String> write(Network network, String gradient) {
        way.send(network.output(), gradient);
        for (Op op : network.ops().reversed()) {
            Gradient arrived = way.values().get(op.output());
            if (arrived != null) {
                send(op, arrived);
            }
        }
        return network.ops().stream()
                .flatMap(op -> op.parameters().stream())
                .distinct()
                .collect(Collectors.toMap(Function.identity(), this::ofParameter));
    }

    private String ofParameter(String name) {
        @Nullable Gradient sum = way.parameters().get(name);
        return sum == null ? "torch.zeros_like(" + way.weight(name) + ")" : sum.variable();
    }

    private void send(Op op, Gradient out) {
        String g = out.variable();
        switch (op) {
            case Op.Conv2d conv -> layers.conv(conv, g);
            case Op.Linear linear -> layers.linear(linear, g);
            case Op.BatchNorm norm -> norms.norm(norm, g);
            case Op.PRelu prelu -> norms.prelu(prelu, out);
            case Op.Relu relu -> elementwise(relu, "threshold_backward", g, way.value(relu.input()), "0");
            case Op.LeakyRelu leaky ->
                elementwise(
                        leaky,
                        "leaky_relu_backward",
                        g,
                        way.value(leaky.input()),
                        Script.number(leaky.negativeSlope()),
                        "False");
            case Op.HardSwish swish -> elementwise(swish, "hardswish_backward", g, way.value(swish.input()));
            case Op.Sigmoid sigmoid -> elementwise(sigmoid, "sigmoid_backward", g, way.value(sigmoid.output()));
            case Op.Add add -> {
                way.send(add.left(), new Gradient(g, false));
                way.send(add.right(), new Gradient(g, false));
            }
            case Op.Clip _,
                    Op.HardSigmoid _,
                    Op.Gelu _,
                    Op.Mul _,
                    Op.ChannelScale _,
                    Op.GlobalPool _,
                    Op.LayerNorm _,
                    Op.SelfAttention _,
                    Op.Tokens _,
                    Op.Position _,
                    Op.Flatten _ -> new AutogradScript(way).write(op, g);
        }
    }

    private void elementwise(Op.Unary op, String function, String... arguments) {
        way.send(op.input(), way.let("torch." + function + "(" + String.join(", ", arguments) + ")"));
    }
}
