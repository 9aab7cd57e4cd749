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

    record Constant(TensorProto tensor) implements Value {}

    /// Whole numbers that describe a shape; the batch, which is not known, is `BATCH`.
    record Integers(List<Long> numbers) implements Value {
        static final long BATCH = Long.MIN_VALUE;
    }
}
