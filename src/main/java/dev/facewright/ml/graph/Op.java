package dev.facewright.ml.graph;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One operation of a network. Activations are `[batch, channels, height, width]` until `Flatten`, `[batch,
/// features]` after.
///
/// `output` and `input` name values; `weight`, `bias` and the like name tensors in `Weights`. Sealed, so that a
/// backend is one exhaustive `switch` and a new operation fails to compile until every backend knows it.
public sealed interface Op {
    String output();

    List<String> inputs();

    /// Names of the tensors that training changes, in a fixed order.
    default List<String> parameters() {
        return List.of();
    }

    /// Names of the tensors that training carries along but no gradient reaches (BatchNorm statistics).
    default List<String> buffers() {
        return List.of();
    }

    /// An operation on one value.
    sealed interface Unary extends Op {
        String input();

        @Override
        default List<String> inputs() {
            return List.of(input());
        }
    }

    /// An operation on two values of the same shape.
    sealed interface Binary extends Op {
        String left();

        String right();

        @Override
        default List<String> inputs() {
            return List.of(left(), right());
        }
    }

    /// Square kernel, same stride and zero padding in both directions. Weight `[out, in / groups, k, k]`, bias
    /// `[out]`.
    record Conv2d(
            String output,
            String input,
            String weight,
            @Nullable String bias,
            int stride,
            int padding,
            int groups) implements Unary {
        @Override
        public List<String> parameters() {
            return bias == null ? List.of(weight) : List.of(weight, bias);
        }
    }

    /// Per channel, over batch and space; also after `Flatten`, over the batch alone. Ioffe and Szegedy, 2015,
    /// <https://arxiv.org/abs/1502.03167>.
    record BatchNorm(
            String output, String input, String gamma, String beta, String mean, String variance, double epsilon)
            implements Unary {
        @Override
        public List<String> parameters() {
            return List.of(gamma, beta);
        }

        @Override
        public List<String> buffers() {
            return List.of(mean, variance);
        }
    }

    /// `x` where positive, `slope[channel] * x` elsewhere. He et al., 2015, <https://arxiv.org/abs/1502.01852>.
    record PRelu(String output, String input, String slope) implements Unary {
        @Override
        public List<String> parameters() {
            return List.of(slope);
        }
    }

    record Relu(String output, String input) implements Unary {}

    record LeakyRelu(String output, String input, double negativeSlope) implements Unary {}

    /// Limits values to `[minimum, maximum]`; ReLU6 is `[0, 6]`.
    record Clip(String output, String input, double minimum, double maximum) implements Unary {}

    record HardSwish(String output, String input) implements Unary {}

    record Sigmoid(String output, String input) implements Unary {}

    record Add(String output, String left, String right) implements Binary {}

    record Mul(String output, String left, String right) implements Binary {}

    /// `x · weightᵀ + bias`, weight `[out, in]`.
    record Linear(
            String output,
            String input,
            String weight,
            @Nullable String bias) implements Unary {
        @Override
        public List<String> parameters() {
            return bias == null ? List.of(weight) : List.of(weight, bias);
        }
    }

    /// Mean over height and width; keeps `[batch, channels, 1, 1]`.
    record GlobalPool(String output, String input) implements Unary {}

    /// `[batch, c, h, w]` to `[batch, c * h * w]`.
    record Flatten(String output, String input) implements Unary {}
}
