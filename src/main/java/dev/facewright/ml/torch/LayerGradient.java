package dev.facewright.ml.torch;

import dev.facewright.ml.graph.Op;
import java.util.function.Function;

/// Writes the gradients of convolutions and linear layers.
final class LayerGradient {
    private final Script script;
    private final Activations activations;
    private final Function<String, String> weight;

    LayerGradient(Script script, Activations activations, Function<String, String> weight) {
        this.script = script;
        this.activations = activations;
        this.weight = weight;
    }

    void conv(Op.Conv2d conv, String gradient, GradientSums values, GradientSums parameters) {
        boolean inner = activations.isMade(conv.input());
        String input = script.variable();
        String kernel = script.variable();
        String bias = script.variable();
        String biasSize = conv.bias() == null ? "None" : "torch.size(" + weight.apply(conv.bias()) + ")";
        String wanted = "[" + truth(inner) + ", True, " + truth(conv.bias() != null) + "]";
        script.line(input + ", " + kernel + ", " + bias + " = torch.convolution_backward(" + gradient + ", "
                + activations.value(conv.input()) + ", " + weight.apply(conv.weight()) + ", " + biasSize + ", "
                + NetworkScript.pair(conv.stride()) + ", " + NetworkScript.pair(conv.padding()) + ", "
                + NetworkScript.pair(1) + ", False, " + NetworkScript.pair(0) + ", " + conv.groups() + ", " + wanted
                + ")");
        if (inner) {
            values.add(conv.input(), input);
        }
        parameters.add(conv.weight(), kernel);
        if (conv.bias() != null) {
            parameters.add(conv.bias(), bias);
        }
    }

    /// Of vectors or of tokens, which are rows of vectors.
    void linear(Op.Linear linear, String gradient, GradientSums values, GradientSums parameters) {
        String rows = script.let("torch.flatten(" + gradient + ", 0, -2)");
        String input = "torch.flatten(" + activations.value(linear.input()) + ", 0, -2)";
        parameters.add(linear.weight(), script.let("torch.mm(torch.t(" + rows + "), " + input + ")"));
        if (linear.bias() != null) {
            parameters.add(linear.bias(), script.let("torch.sum(" + rows + ", [0])"));
        }
        if (activations.isMade(linear.input())) {
            String product = "torch.matmul(" + gradient + ", " + weight.apply(linear.weight()) + ")";
            values.add(linear.input(), script.let(product));
        }
    }

    private static String truth(boolean value) {
        return value ? "True" : "False";
    }
}
