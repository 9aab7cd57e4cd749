package dev.facewright.ml.torch;

import dev.facewright.ml.graph.Op;
import dev.facewright.ml.torch.GradientSums.Gradient;
import java.util.function.Function;

/// Writes the gradients of BatchNorm and PReLU, which together were half of a step.
///
/// PyTorch's PReLU writes the slope's gradient for every element and then adds it up, in code that is not
/// vectorised. Here g is split in place into g⁺ where y > 0 and g⁻ elsewhere, so that dy = g⁺ + a·g⁻; and where y
/// is a norm's output γ·x̂ + β, the slope's gradient Σ g⁻·y is γ·Σ g⁻·x̂ + β·Σ g⁻: two sums that the kernel of
/// BatchNorm's gradient takes in one pass.
final class NormGradient {
    private final Script script;
    private final Activations activations;
    private final Function<String, String> weight;

    NormGradient(Script script, Activations activations, Function<String, String> weight) {
        this.script = script;
        this.activations = activations;
        this.weight = weight;
    }

    void norm(Op.BatchNorm norm, String gradient, GradientSums values, GradientSums parameters) {
        boolean inner = activations.isMade(norm.input());
        Parts parts = backward(norm, gradient, inner);
        if (inner) {
            values.add(norm.input(), parts.input());
        }
        parameters.add(norm.gamma(), parts.gamma());
        parameters.add(norm.beta(), parts.beta());
    }

    void prelu(Op.PRelu prelu, Gradient gradient, GradientSums values, GradientSums parameters) {
        String slope = weight.apply(prelu.slope());
        String above = script.let(
                "torch.threshold_backward(" + gradient.variable() + ", " + activations.value(prelu.input()) + ", 0)");
        String below =
                script.let("torch." + (gradient.own() ? "sub_(" : "sub(") + gradient.variable() + ", " + above + ")");
        parameters.add(prelu.slope(), slopeGradient(prelu, below));
        if (activations.isMade(prelu.input())) {
            values.add(
                    prelu.input(),
                    script.let(
                            "torch.addcmul_(" + above + ", " + below + ", " + perChannel(prelu.input(), slope) + ")"));
        }
    }

    private String slopeGradient(Op.PRelu prelu, String below) {
        if (activations.isMade(prelu.input()) && activations.maker(prelu.input()) instanceof Op.BatchNorm norm) {
            Parts sums = backward(norm, below, false);
            return script.let("torch.add(torch.mul(" + weight.apply(norm.gamma()) + ", " + sums.gamma()
                    + "), torch.mul(" + weight.apply(norm.beta()) + ", " + sums.beta() + "))");
        }
        String product = "torch.mul(" + below + ", " + activations.value(prelu.input()) + ")";
        return script.let("torch.sum(" + product + (isVector(prelu.input()) ? ", [0])" : ", [0, 2, 3])"));
    }

    /// Variables of what one pass over a norm's input and its output's gradient gives; `input` only if asked for.
    private record Parts(String input, String gamma, String beta) {}

    private Parts backward(Op.BatchNorm norm, String gradient, boolean inner) {
        Parts parts = new Parts(script.variable(), script.variable(), script.variable());
        Activations.Statistics of = activations.statistics(norm);
        String epsilon = Script.number(norm.epsilon());
        script.line(parts.input() + ", " + parts.gamma() + ", " + parts.beta()
                + " = torch.native_batch_norm_backward(" + gradient + ", " + activations.value(norm.input()) + ", "
                + weight.apply(norm.gamma()) + ", None, None, " + of.mean() + ", torch.rsqrt(torch.add("
                + of.variance() + ", " + epsilon + ")), True, " + epsilon + ", [" + (inner ? "True" : "False")
                + ", True, True])");
        return parts;
    }

    private String perChannel(String value, String vector) {
        return isVector(value) ? vector : "torch.view(" + vector + ", [1, -1, 1, 1])";
    }

    private boolean isVector(String value) {
        if (!activations.isMade(value)) {
            return false;
        }
        return switch (activations.maker(value)) {
            case Op.Flatten _, Op.Linear _ -> true;
            case Op maker -> isVector(maker.inputs().getFirst());
        };
    }
}
