/// What a training program is compiled by, beside its network and its objective: the rule of its updates and the
/// precision of its numbers. Plain values, open to everybody who trains.
@NullMarked
package dev.facewright.ml.torch.settings;

import org.jspecify.annotations.NullMarked;
