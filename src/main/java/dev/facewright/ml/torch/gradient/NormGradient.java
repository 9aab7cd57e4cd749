package dev.facewright.ml.torch.gradient;

import dev.facewright.ml.graph.Op;
import dev.facewright.ml.torch.gradient.GradientSums.Gradient;
import dev.facewright.ml.torch.text.Script;

/// Writes the gradients of BatchNorm and PReLU, which together were half of a step.
///
/// PyTorch's PReLU writes the slope's gradient for every element and then adds it up, in code that is not
/// vectorised. Here g is split in place into g⁺ where y > 0 and g⁻ elsewhere, so that dy = g⁺ + a·g⁻; and where y
/// is a norm's output γ·x̂ + β, the slope's gradient Σ g⁻·y is γ·Σ g⁻·x̂ + β·Σ g⁻: two sums that the kernel of
/// BatchNorm's gradient takes in one pass.
record NormGradient(WayBack way) {
    void norm(Op.BatchNorm norm, String gradient) {
        boolean inner = way.isMade(norm.input());
        Parts parts = backward(norm, gradient, inner);
        if (inner) {
            way.send(norm.input(), parts.input());
        }
        way.learn(norm.gamma(), parts.gamma());
        way.learn(norm.beta(), parts.beta());
    }

    void prelu(Op.PRelu prelu, Gradient gradient) {
        String slope = way.weight(prelu.slope());
        String above =
                way.let("torch.threshold_backward(" + gradient.variable() + ", " + way.value(prelu.input()) + ", 0)");
        String below =
                way.let("torch." + (gradient.own() ? "sub_(" : "sub(") + gradient.variable() + ", " + above + ")");
        way.learn(prelu.slope(), slopeGradient(prelu, below));
        if (way.isMade(prelu.input())) {
            way.send(
                    prelu.input(),
                    way.let("torch.addcmul_(" + above + ", " + below + ", " + perChannel(prelu.input(), slope) + ")"));
        }
    }

    private String slopeGradient(Op.PRelu prelu, String below) {
        if (way.isMade(prelu.input()) && way.activations().maker(prelu.input()) instanceof Op.BatchNorm norm) {
            Parts sums = backward(norm, below, false);
            return way.let("torch.add(torch.mul(" + way.weight(norm.gamma()) + ", " + sums.gamma() + "), torch.mul("
                    + way.weight(norm.beta()) + ", " + sums.beta() + "))");
        }
        String product = "torch.mul(" + below + ", " + way.value(prelu.input()) + ")";
        return way.let("torch.sum(" + product + (isVector(prelu.input()) ? ", [0])" : ", [0, 2, 3])"));
    }

    /// Variables of what one pass over a norm's input and its output's gradient gives; `input` only if asked for.
    private record Parts(String input, String gamma, String beta) {}

    private Parts backward(Op.BatchNorm norm, String gradient, boolean inner) {
        Script script = way.script();
        Parts parts = new Parts(script.variable(), script.variable(), script.variable());
        Activations.Statistics of = way.activations().statistics(norm);
        String epsilon = Script.number(norm.epsilon());
        script.line(parts.input() + ", " + parts.gamma() + ", " + parts.beta()
                + " = torch.native_batch_norm_backward(" + gradient + ", " + way.value(norm.input()) + ", "
                + way.weight(norm.gamma()) + ", None, None, " + of.mean() + ", torch.rsqrt(torch.add("
                + of.variance() + ", " + epsilon + ")), True, " + epsilon + ", [" + (inner ? "True" : "False")
                + ", True, True])");
        return parts;
    }

    private String perChannel(String value, String vector) {
        return isVector(value) ? vector : "torch.view(" + vector + ", [1, -1, 1, 1])";
    }

    private boolean isVector(String value) {
        if (!way.isMade(value)) {
            return false;
        }
        return switch (way.activations().maker(value)) {
            case Op.Flatten _, Op.Linear _ -> true;
            case Op maker -> isVector(maker.inputs().getFirst());
        };
    }
}
