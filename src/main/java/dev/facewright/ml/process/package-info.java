/// What native libraries read from the environment of the process, set before they load.
/// Stands apart because PyTorch and ONNX Runtime both need it and neither knows the other.
@NullMarked
package dev.facewright.ml.process;

import org.jspecify.annotations.NullMarked;
