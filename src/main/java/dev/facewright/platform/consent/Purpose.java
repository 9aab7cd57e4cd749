package dev.facewright.platform.consent;

/// What a person's images may be used for. Each needs its own yes.
public enum Purpose {
    /// Learning a network's weights.
    TRAINING,
    /// Measuring how well a network recognises.
    EVALUATION,
    /// Choosing thresholds and number ranges for a finished network.
    CALIBRATION
}
