package dev.facewright.ml.torch;

import dev.facewright.ml.graph.Network;
import dev.facewright.ml.graph.Op;
import dev.facewright.ml.torch.GradientSums.Gradient;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes the backward pass of a network into a script: back from the embedding's gradient to that of every
/// parameter, an operation at a time. What an operation read is asked of `Activations`.
///
/// Operations that take little time are left to autograd, one at a time: see `AutogradScript`.
final class GradientScript {
    private final Script script;
    private final Activations activations;
    private final Function<String, String> weight;
    private final GradientSums values;
    private final GradientSums parameters;
    private final NormGradient norms;
    private final LayerGradient layers;

    /// @param weight  from a tensor's name to the expression that reads it
    GradientScript(Script script, Activations activations, Function<String, String> weight) {
        this.script = script;
        this.activations = activations;
        this.weight = weight;
        values = new GradientSums(script);
        parameters = new GradientSums(script);
        norms = new NormGradient(script, activations, weight);
        layers = new LayerGradient(script, activations, weight);
    }

    /// @param gradient  the variable of the output's gradient, overwritten
    /// @return from each parameter of the network to the expression of its gradient
    Map<String, String> write(Network network, String gradient) {
        values.add(network.output(), gradient);
        for (Op op : network.ops().reversed()) {
            Gradient arrived = values.get(op.output());
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
        @Nullable Gradient sum = parameters.get(name);
        return sum == null ? "torch.zeros_like(" + weight.apply(name) + ")" : sum.variable();
    }

    private void send(Op op, Gradient out) {
        String g = out.variable();
        switch (op) {
            case Op.Conv2d conv -> layers.conv(conv, g, values, parameters);
            case Op.Linear linear -> layers.linear(linear, g, values, parameters);
            case Op.BatchNorm norm -> norms.norm(norm, g, values, parameters);
            case Op.PRelu prelu -> norms.prelu(prelu, out, values, parameters);
            case Op.Relu relu -> elementwise(relu, "threshold_backward", g, activations.value(relu.input()), "0");
            case Op.LeakyRelu leaky ->
                elementwise(
                        leaky,
                        "leaky_relu_backward",
                        g,
                        activations.value(leaky.input()),
                        Script.number(leaky.negativeSlope()),
                        "False");
            case Op.HardSwish swish -> elementwise(swish, "hardswish_backward", g, activations.value(swish.input()));
            case Op.Sigmoid sigmoid -> elementwise(sigmoid, "sigmoid_backward", g, activations.value(sigmoid.output()));
            case Op.Add add -> {
                values.add(add.left(), new Gradient(g, false));
                values.add(add.right(), new Gradient(g, false));
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
                    Op.Flatten _ -> new AutogradScript(script, activations, weight).write(op, g, values, parameters);
        }
    }

    private void elementwise(Op.Unary op, String function, String... arguments) {
        values.add(op.input(), script.let("torch." + function + "(" + String.join(", ", arguments) + ")"));
    }
}
