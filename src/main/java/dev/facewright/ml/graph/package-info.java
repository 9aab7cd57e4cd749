/// A network as data: an ordered list of `Op` records over named values, and its weights beside it. Everything
/// else in the library (shape inference, cost, TorchScript, ONNX, pruning) is a function over that data.
@NullMarked
package dev.facewright.ml.graph;

import org.jspecify.annotations.NullMarked;
