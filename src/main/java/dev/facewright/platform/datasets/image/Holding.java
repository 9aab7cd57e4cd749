package dev.facewright.platform.datasets.image;

import dev.facewright.platform.datasets.Dataset;

/// What a dataset has in all of people who consent.
public record Holding(Dataset dataset, int images, int subjects) {}
