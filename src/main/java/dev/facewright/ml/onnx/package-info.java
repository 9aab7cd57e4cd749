/// Reads and writes ONNX, and runs it in ONNX Runtime.
/// A file from outside is read into a `Network` first and never given to the runtime as it came.
@NullMarked
package dev.facewright.ml.onnx;

import org.jspecify.annotations.NullMarked;
