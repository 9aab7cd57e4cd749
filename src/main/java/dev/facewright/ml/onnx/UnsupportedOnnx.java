package dev.facewright.ml.onnx;

/// An ONNX model that cannot be read into a `Network`; the message names the node or attribute and what is
/// supported.
public final class UnsupportedOnnx extends IllegalArgumentException {
    UnsupportedOnnx(String problem) {
        super(problem);
    }

    UnsupportedOnnx(String problem, Throwable cause) {
        super(problem, cause);
    }
}
