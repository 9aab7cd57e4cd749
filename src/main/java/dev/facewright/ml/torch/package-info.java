/// Compiles a `Network`, a head and an optimiser to TorchScript and runs it in DJL's PyTorch engine.
/// The only package that knows `ai.djl`; what it hands out is plain Java and what is native it closes itself.
@NullMarked
package dev.facewright.ml.torch;

import org.jspecify.annotations.NullMarked;
