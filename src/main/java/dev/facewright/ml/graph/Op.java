package dev.facewright.ml.graph;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// One operation of a network. Activations are maps `[batch, channels, height, width]`, after `Tokens` sequences
/// `[batch, tokens, channels]`, after `Flatten` vectors `[batch, features]`.
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

    /// The same operation making a value of another name.
    default Op withOutput(String name) {
        return new Renaming(_ -> name, UnaryOperator.identity(), UnaryOperator.identity()).of(this);
    }

    /// The same operation reading other values.
    default Op withInputs(UnaryOperator<String> renamed) {
        return new Renaming(UnaryOperator.identity(), renamed, UnaryOperator.identity()).of(this);
    }

    /// The same operation reading other tensors, parameters and buffers.
    default Op withTensors(UnaryOperator<String> renamed) {
        return new Renaming(UnaryOperator.identity(), UnaryOperator.identity(), renamed).of(this);
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

    /// A linear function of its input: the outermost dimension of the weight counts what it makes, channels or
    /// features,
    /// and the bias has one value for each.
    sealed interface Layer extends Unary {
        String weight();

        @Nullable
        String bias();

        Layer withWeights(String weight, @Nullable String bias);

        @Override
        default List<String> parameters() {
            String bias = bias();
            return bias == null ? List.of(weight()) : List.of(weight(), bias);
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
            int groups) implements Layer {
        @Override
        public Conv2d withWeights(String weight, @Nullable String bias) {
            return new Conv2d(output, input, weight, bias, stride, padding, groups);
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

    /// `min(6, max(0, x + 3)) / 6`. Howard et al., *Searching for MobileNetV3*, 2019, section 5.2,
    /// <https://arxiv.org/abs/1905.02244>.
    record HardSigmoid(String output, String input) implements Unary {}

    /// `x · Φ(x)`, Φ the distribution function of the standard normal: the exact form, not the one with tanh.
    /// Hendrycks and Gimpel, 2016, <https://arxiv.org/abs/1606.08415>.
    record Gelu(String output, String input) implements Unary {}

    record Sigmoid(String output, String input) implements Unary {}

    record Add(String output, String left, String right) implements Binary {}

    record Mul(String output, String left, String right) implements Binary {}

    /// Each channel of a map by one factor of its own, `[channels, 1, 1]`: what squeeze and excitation ends in.
    /// Hu et al., 2018, <https://arxiv.org/abs/1709.01507>.
    record ChannelScale(String output, String input, String factors) implements Op {
        @Override
        public List<String> inputs() {
            return List.of(input, factors);
        }
    }

    /// `x · weightᵀ + bias`, weight `[out, in]`; of a vector, or of each token of a sequence by itself.
    record Linear(
            String output,
            String input,
            String weight,
            @Nullable String bias) implements Layer {
        @Override
        public Linear withWeights(String weight, @Nullable String bias) {
            return new Linear(output, input, weight, bias);
        }
    }

    /// Mean over height and width; keeps `[batch, channels, 1, 1]`.
    record GlobalPool(String output, String input) implements Unary {}

    /// `[batch, c, h, w]` to `[batch, c * h * w]`, `[batch, tokens, c]` to `[batch, tokens * c]`.
    record Flatten(String output, String input) implements Unary {}

    /// `[batch, c, h, w]` to `[batch, h * w, c]`: each place of a map becomes a token, row by row.
    record Tokens(String output, String input) implements Unary {}

    /// Adds a learnt vector to each token by its place. Weight `[tokens, channels]`.
    record Position(String output, String input, String weight) implements Unary {
        @Override
        public List<String> parameters() {
            return List.of(weight);
        }
    }

    /// Each token, or each vector, over its channels. Ba et al., 2016, <https://arxiv.org/abs/1607.06450>.
    record LayerNorm(String output, String input, String gamma, String beta, double epsilon) implements Unary {
        @Override
        public List<String> parameters() {
            return List.of(gamma, beta);
        }
    }

    /// `softmax(Q · Kᵀ / √d) · V` within each head, d the channels of a head.
    /// Vaswani et al., 2017, section 3.2, <https://arxiv.org/abs/1706.03762>.
    ///
    /// The projections before and after it are `Linear` operations of their own.
    ///
    /// @param input  `[batch, tokens, 3 * channels]`: queries, keys and values one after another, in each of them
    ///     the heads
    record SelfAttention(String output, String input, int heads) implements Unary {}
}
