/// Aligned face crops on their way into a network: sources, a cache, augmentation, batches made ahead of time.
/// What a batch holds follows from seed, epoch and step alone, so that a run can be resumed exactly.
@NullMarked
package dev.facewright.ml.data;

import org.jspecify.annotations.NullMarked;
