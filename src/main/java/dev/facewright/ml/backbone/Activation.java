package dev.facewright.ml.backbone;

/// What follows a convolution in the backbones that leave it open.
///
/// PReLU is what the papers use; the other two run faster, above all in eight bits.
public enum Activation {
    /// A learnt slope for each channel, at first 0.25.
    PRELU(0.25f),
    RELU(0),
    /// A fixed slope of 0.1.
    LEAKY_RELU(0.1f);

    private final float slope;

    Activation(float slope) {
        this.slope = slope;
    }

    /// What a negative value is multiplied with at first.
    float slope() {
        return slope;
    }
}
