package dev.facewright.platform.datasets;

/// Where an image's crop came from.
public enum Alignment {
    /// It was a crop already.
    AS_GIVEN,
    LANDMARKS,
    DETECTED
}
