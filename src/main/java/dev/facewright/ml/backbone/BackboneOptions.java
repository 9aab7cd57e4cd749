package dev.facewright.ml.backbone;

import java.util.List;

/// What of a backbone is left open.
///
/// @param embeddingDimensions  values of an embedding, above 0
/// @param widthFactor  multiplies every channel count, above 0; 1 is the paper's network
/// @param activation  of MobileFaceNet and IResNet; the others have their own
/// @param patchSize  pixels along a side of the squares that a vision transformer takes as tokens, 8 or 16; the
///     others have none
public record BackboneOptions(int embeddingDimensions, double widthFactor, Activation activation, int patchSize) {
    /// What `patchSize` may be: both divide 112 pixels.
    public static final List<Integer> PATCH_SIZES = List.of(8, 16);

    private static final int CHANNEL_STEP = 8;

    public BackboneOptions {
        if (embeddingDimensions < 1) {
            throw new IllegalArgumentException("An embedding needs dimensions, was " + embeddingDimensions);
        }
        if (!(widthFactor > 0 && widthFactor <= 16)) {
            throw new IllegalArgumentException("The width factor must be in (0, 16], was " + widthFactor);
        }
        if (!PATCH_SIZES.contains(patchSize)) {
            throw new IllegalArgumentException("Patches are of 8 or 16 pixels, not " + patchSize);
        }
    }

    /// With the paper's activation, and patches of 8 pixels.
    public BackboneOptions(int embeddingDimensions, double widthFactor) {
        this(embeddingDimensions, widthFactor, Activation.PRELU, PATCH_SIZES.getFirst());
    }

    /// The paper's channel count at this width: the nearest multiple of 8, which vector units like, and at least
    /// 8.
    int channels(int paper) {
        return Math.max(CHANNEL_STEP, (int) Math.round(paper * widthFactor / CHANNEL_STEP) * CHANNEL_STEP);
    }
}
