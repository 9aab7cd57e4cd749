package dev.facewright.ml.graph;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Which of an operation's words are names of values, and which of tensors: what changes a graph asks here instead of
/// knowing each operation.
///
/// @param output  gives the new name of what the operation makes
/// @param input  of each value it reads
/// @param tensor  of each weight it reads
record Renaming(UnaryOperator<String> output, UnaryOperator<String> input, UnaryOperator<String> tensor) {
    Op of(Op op) {
        return switch (op) {
            case Op.Conv2d o ->
                new Op.Conv2d(out(o), in(o), t(o.weight()), orNone(o.bias()), o.stride(), o.padding(), o.groups());
            case Op.BatchNorm o ->
                new Op.BatchNorm(out(o), in(o), t(o.gamma()), t(o.beta()), t(o.mean()), t(o.variance()), o.epsilon());
            case Op.PRelu o -> new Op.PRelu(out(o), in(o), t(o.slope()));
            case Op.Relu o -> new Op.Relu(out(o), in(o));
            case Op.LeakyRelu o -> new Op.LeakyRelu(out(o), in(o), o.negativeSlope());
            case Op.Clip o -> new Op.Clip(out(o), in(o), o.minimum(), o.maximum());
            case Op.HardSwish o -> new Op.HardSwish(out(o), in(o));
            case Op.HardSigmoid o -> new Op.HardSigmoid(out(o), in(o));
            case Op.Gelu o -> new Op.Gelu(out(o), in(o));
            case Op.Sigmoid o -> new Op.Sigmoid(out(o), in(o));
            case Op.Add o -> new Op.Add(out(o), input.apply(o.left()), input.apply(o.right()));
            case Op.Mul o -> new Op.Mul(out(o), input.apply(o.left()), input.apply(o.right()));
            case Op.ChannelScale o -> new Op.ChannelScale(out(o), input.apply(o.input()), input.apply(o.factors()));
            case Op.Linear o -> new Op.Linear(out(o), in(o), t(o.weight()), orNone(o.bias()));
            case Op.GlobalPool o -> new Op.GlobalPool(out(o), in(o));
            case Op.Flatten o -> new Op.Flatten(out(o), in(o));
            case Op.Tokens o -> new Op.Tokens(out(o), in(o));
            case Op.Position o -> new Op.Position(out(o), in(o), t(o.weight()));
            case Op.LayerNorm o -> new Op.LayerNorm(out(o), in(o), t(o.gamma()), t(o.beta()), o.epsilon());
            case Op.SelfAttention o -> new Op.SelfAttention(out(o), in(o), o.heads());
        };
    }

    private String out(Op op) {
        return output.apply(op.output());
    }

    private String in(Op.Unary op) {
        return input.apply(op.input());
    }

    private String t(String name) {
        return tensor.apply(name);
    }

    private @Nullable String orNone(@Nullable String name) {
        return name == null ? null : tensor.apply(name);
    }
}
