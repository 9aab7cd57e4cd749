/// What is handed to whoever deploys a model: the model as ONNX, how to feed it, and how to check it arrived
/// whole. A bundle is only written if its model answers as the trainer did.
@NullMarked
package dev.facewright.ml.bundle;

import org.jspecify.annotations.NullMarked;
