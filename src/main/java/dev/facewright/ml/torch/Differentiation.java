package dev.facewright.ml.torch;

/// Who writes the gradient of a training step.
enum Differentiation {
    /// We do, where everything is float32 and kept; autograd elsewhere.
    COMPILED,
    /// PyTorch's autograd does: what ours is checked against and measured by.
    AUTOGRAD
}
