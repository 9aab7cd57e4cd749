package dev.facewright.ml.verify;

/// One point of a receiver operating characteristic.
///
/// @param far  false accept rate: share of impostor pairs accepted, in [0, 1]
/// @param tar  true accept rate: share of genuine pairs accepted, in [0, 1]
/// @param threshold  accepting every score at or above it gives this point
public record RocPoint(double far, double tar, double threshold) {}
