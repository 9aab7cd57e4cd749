/// Finds faces and their five landmarks in an image, with a detector network that the operator brings.
/// Pixels and landmarks are those of `ml.image`; the network runs in ONNX Runtime.
@NullMarked
package dev.facewright.ml.detect;

import org.jspecify.annotations.NullMarked;
