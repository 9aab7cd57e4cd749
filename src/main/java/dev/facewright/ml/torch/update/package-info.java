/// Writes what a step does once it has its gradient: the optimiser's rule, the moving average of the weights, and the
/// loss scale of float16. Each part says which tensors it keeps from one step to the next.
@NullMarked
package dev.facewright.ml.torch.update;

import org.jspecify.annotations.NullMarked;
