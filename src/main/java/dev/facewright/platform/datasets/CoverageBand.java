package dev.facewright.platform.datasets;

/// How many subjects a dataset has that many images of.
public record CoverageBand(int images, int subjects) {}
