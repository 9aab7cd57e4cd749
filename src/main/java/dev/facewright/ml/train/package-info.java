/// The training loop: schedules, checkpoints, exact resume, metrics. Everything that a run depends on is in its
/// `Recipe`, its crops and its seed; the same three give the same weights.
///
/// A step can fail in two ways that a run gets over by itself, in `Attempts`: it goes back to the newest checkpoint
/// from which a step was finite, and on with an adjustment, which its checkpoints carry from then on.
///
/// | Failure | Adjustment | How often |
/// |---|---|---|
/// | loss or gradient not finite | half the learning rate | once, then `TrainingDiverged` |
/// | no native memory | a step in twice as many parts | down to two images each, then `TrainingOutOfMemory` |
///
/// A loss is looked at after every step, so a run never takes a second one from weights that are not finite. Steps
/// that float16 skips for overflow are none of these: the loss scale takes care of them.
///
/// Resuming is exact where `Numerics` are the same: `KilledRunTest` kills processes and compares bits.
@NullMarked
package dev.facewright.ml.train;

import org.jspecify.annotations.NullMarked;
