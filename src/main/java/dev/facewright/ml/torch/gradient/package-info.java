/// Writes the way back through a network, from the slope of what it gives to that of every parameter, and the forward
/// pass that leaves what this needs. What PyTorch's own kernels do well is left to autograd, an operation or a segment
/// at a time.
@NullMarked
package dev.facewright.ml.torch.gradient;

import org.jspecify.annotations.NullMarked;
