package dev.facewright.ml.torch.gradient;

import dev.facewright.ml.graph.Op;
import dev.facewright.ml.torch.text.NetworkScript;
import dev.facewright.ml.torch.text.Script;

/// Writes the gradients of convolutions and linear layers.
record LayerGradient(WayBack way) {
    void conv(Op.Conv2d conv, String gradient) {
        boolean inner = way.isMade(conv.input());
        Script script = way.script();
        String input = script.variable();
        String kernel = script.variable();
        String bias = script.variable();
        String biasSize = conv.bias() == null ? "None" : "torch.size(" + way.weight(conv.bias()) + ")";
        String wanted = "[" + truth(inner) + ", True, " + truth(conv.bias() != null) + "]";
        script.line(input + ", " + kernel + ", " + bias + " = torch.convolution_backward(" + gradient + ", "
                + way.value(conv.input()) + ", " + way.weight(conv.weight()) + ", " + biasSize + ", "
                + NetworkScript.pair(conv.stride()) + ", " + NetworkScript.pair(conv.padding()) + ", "
                + NetworkScript.pair(1) + ", False, " + NetworkScript.pair(0) + ", " + conv.groups() + ", " + wanted
                + ")");
        if (inner) {
            way.send(conv.input(), input);
        }
        way.learn(conv.weight(), kernel);
        if (conv.bias() != null) {
            way.learn(conv.bias(), bias);
        }
    }

    /// Of vectors or of tokens, which are rows of vectors.
    void linear(Op.Linear linear, String gradient) {
        String rows = way.let("torch.flatten(" + gradient + ", 0, -2)");
        String input = "torch.flatten(" + way.value(linear.input()) + ", 0, -2)";
        way.learn(linear.weight(), way.let("torch.mm(torch.t(" + rows + "), " + input + ")"));
        if (linear.bias() != null) {
            way.learn(linear.bias(), way.let("torch.sum(" + rows + ", [0])"));
        }
        if (way.isMade(linear.input())) {
            String product = "torch.matmul(" + gradient + ", " + way.weight(linear.weight()) + ")";
            way.send(linear.input(), way.let(product));
        }
    }

    private static String truth(boolean value) {
        return value ? "True" : "False";
    }
}
