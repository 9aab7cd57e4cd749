/// TorchScript as text: a method under construction, the lists of tensors that it takes, and the operations of a
/// network in it. Knows no loss, no gradient and no engine.
@NullMarked
package dev.facewright.ml.torch.text;

import org.jspecify.annotations.NullMarked;
