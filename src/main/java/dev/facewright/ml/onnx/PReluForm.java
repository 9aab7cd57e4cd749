package dev.facewright.ml.onnx;

/// How PReLU is written.
public enum PReluForm {
    /// As the `PRelu` operator: small, but slow in ONNX Runtime on CPU and without an int8 kernel.
    NATIVE,
    /// As `a·x + (1 - a)·Relu(x)`, which is the same function for every slope and has fast kernels.
    RELU_SUM
}
