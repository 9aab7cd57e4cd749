package dev.facewright.ml.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.List;

/// What an ONNX name stands for while a graph is read.
sealed interface Value {
    /// A value of the network being built.
    record Activation(String name) implements Value {}

    /// An activation times a constant of each channel: kept apart until it is known whether it is half of a
    /// PReLU.
    ///
    /// @param constant  the ONNX name of the factors
    record Scaled(String activation, String constant, float[] factors) implements Value {}

    /// A map with its rows joined, `[channels, height * width]`: on the way to tokens.
    record Rows(String activation) implements Value {}

    /// A step on the way from an activation to its GELU, `x · (1 + erf(x / √2)) / 2`.
    record GeluPart(String activation, GeluStep step) implements Value {
        enum GeluStep {
            ERROR_FUNCTION,
            RAISED_BY_ONE,
            DOUBLED_GELU
        }
    }

    /// A step on the way from projected tokens to their self-attention.
    ///
    /// @param input  the activation that holds queries, keys and values
    /// @param heads  0 as long as they are not known
    record AttentionPart(String input, int heads, AttentionStep step) implements Value {
        enum AttentionStep {
            QUERIES,
            KEYS,
            VALUES,
            QUERIES_APART,
            KEYS_APART,
            VALUES_APART,
            QUERY_HEADS,
            KEY_HEADS_TRANSPOSED,
            VALUE_HEADS,
            SCORES,
            SCALED_SCORES,
            SHARES,
            MIXED_HEADS,
            MIXED_TOKENS
        }

        AttentionPart at(AttentionStep next) {
            return new AttentionPart(input, heads, next);
        }
    }

    record Constant(TensorProto tensor) implements Value {}

    /// Whole numbers that describe a shape; the batch, which is not known, is `BATCH`.
    record Integers(List<Long> numbers) implements Value {
        static final long BATCH = Long.MIN_VALUE;
    }
}
