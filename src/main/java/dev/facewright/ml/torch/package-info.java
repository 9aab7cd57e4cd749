/// Runs networks and training steps in DJL's PyTorch engine: devices, programs in native memory, and the state that
/// they change. The only package that knows `ai.djl`; what it hands out is plain Java and what is native it closes
/// itself.
///
/// What it runs is TorchScript, written below it, each of these packages using only those before it:
///
/// | package | has |
/// |---|---|
/// | `settings` | what a program is compiled by, for whoever opens one |
/// | `text` | a script under construction, and a network written into it |
/// | `gradient`, `update`, `objective` | the way back, the optimiser, and what a step is to lower |
/// | `step` | a whole training step put together of these |
///
/// ## Devices
/// A program names no device: it runs where its arguments are, and draws no random numbers, so that the same text
/// serves processor and GPU. Several devices share each batch (see `Replicas`), on two threads of the processor in
/// the tests, which take the same steps as one device in two parts. **No GPU was at hand: nothing of this has run on
/// one, and neither its speed nor its memory was measured.** There, cuDNN adds up gradients in an order that varies,
/// and may round convolutions to TF32: a resumed run goes on from the same state, but not to the same bits.
@NullMarked
package dev.facewright.ml.torch;

import org.jspecify.annotations.NullMarked;
