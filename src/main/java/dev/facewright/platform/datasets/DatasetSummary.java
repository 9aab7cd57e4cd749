package dev.facewright.platform.datasets;

/// A dataset and what is in it of people who consent now.
///
/// @param versions  sealed so far, revoked ones included
public record DatasetSummary(Dataset dataset, int images, int subjects, int versions) {}
