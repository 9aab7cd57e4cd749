package dev.facewright.platform.training;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A place that a run could go on from.
///
/// @param step  the next one from there, over all epochs, from 0
/// @param meanLoss  training loss of the epoch that ended there, in nats; none in the middle of one
/// @param bytes  of the stored object
public record KeptCheckpoint(long step, @Nullable Double meanLoss, long bytes, Instant takenAt) {}
