/// The training loop: schedules, checkpoints, exact resume, metrics. Everything that a run depends on is in its
/// `Recipe`, its crops and its seed; the same three give the same weights.
@NullMarked
package dev.facewright.ml.train;

import org.jspecify.annotations.NullMarked;
