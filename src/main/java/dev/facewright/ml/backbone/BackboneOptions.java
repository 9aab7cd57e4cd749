package dev.facewright.ml.backbone;

/// The size of a backbone.
///
/// @param embeddingDimensions  values of an embedding, above 0
/// @param widthFactor  multiplies every channel count, above 0; 1 is the paper's network
/// @param activation  of MobileFaceNet and IResNet; the others have their own
public record BackboneOptions(int embeddingDimensions, double widthFactor, Activation activation) {
    private static final int CHANNEL_STEP = 8;

    public BackboneOptions {
        if (embeddingDimensions < 1) {
            throw new IllegalArgumentException("An embedding needs dimensions, was " + embeddingDimensions);
        }
        if (!(widthFactor > 0 && widthFactor <= 16)) {
            throw new IllegalArgumentException("The width factor must be in (0, 16], was " + widthFactor);
        }
    }

    /// With the paper's activation.
    public BackboneOptions(int embeddingDimensions, double widthFactor) {
        this(embeddingDimensions, widthFactor, Activation.PRELU);
    }

    /// The paper's channel count at this width: the nearest multiple of 8, which vector units like, and at least
    /// 8.
    int channels(int paper) {
        return Math.max(CHANNEL_STEP, (int) Math.round(paper * widthFactor / CHANNEL_STEP) * CHANNEL_STEP);
    }
}
